import { BlockList, isIP } from 'node:net';

/**
 * IPv4 networks that are nobody's on the internet (IANA special-purpose registry, RFC 6890 and what followed it): own
 * machine, own house, the carrier's (CGNAT), the link (where clouds keep their metadata), documentation, multicast.
 */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Within the one network of IPv6 that is given out (2000::/3): documentation, and what carries an IPv4 address inside. */
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

const v4 = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_4) v4.addSubnet(network, prefix, 'ipv4');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const v6 = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_6) v6.addSubnet(network, prefix, 'ipv6');

/**
 * True for an address on the internet, in the one spelling that resolvers give. Everything else is none: IPv6 that is not
 * given out (mapped, translated, unique local, link local), zones, spellings in octal, hex or as one number.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !v4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%') || address.includes('.')) return false;
  return globalUnicast.check(address, 'ipv6') && !v6.check(address, 'ipv6');
}
