import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const nearby = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  nearby.addSubnet(network, prefix, 'ipv4');
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');
nearby.addSubnet('fe80::', 10, 'ipv6');

const within = (list: BlockList, address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=[0-9.]+$)/i, '');
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
};

/** True for a `Host` by which a browser reaches a loopback address. */
export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?$/i.test(host);

/** True for addresses that only this machine has. */
export const isLoopback = (address: string): boolean => within(loopback, address);

/**
 * Which `X-Forwarded-For` is believed: that of the one proxy that talks to us from a private address. What stands
 * before it in the header was written by the client.
 */
export const trustOneProxy = (address: string, hop: number): boolean => hop === 0 && within(nearby, address);
