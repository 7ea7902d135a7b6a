/** Addresses in the one spelling of resolvers that are nobody's on the internet. */
export const INSIDE_ADDRESSES: readonly string[] = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.254', '127.0.0.1'],
  ...['127.255.255.254', '169.254.0.1', '169.254.169.254', '169.254.170.2', '172.16.0.1', '172.31.255.255'],
  ...[
    '192.0.0.1',
    '192.0.0.170',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '192.168.255.255',
  ],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250'],
  ...['240.0.0.1', '255.255.255.255', '168.63.129.16.1', '192.31.196.1', '192.52.193.1', '192.175.48.1'],
  ...['::', '::1', '::2', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::ffff:808:808'],
  ...['::127.0.0.1', '::7f00:1', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1'],
  ...['100::1', '2001::1', '2001:0:7f00:1::', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::'],
  ...['2002:a9fe:a9fe::', '2620:4f:8000::1', '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fdff::1'],
  ...['fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'ff02::1', 'ff05::1:3', '2606:4700::1111%1'],
  // Not addresses at all: whoever resolves to such a thing is not believed.
  ...[
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '127.0.0.1.',
    ' 8.8.8.8',
    '8.8.8',
  ],
];

export const PUBLIC_ADDRESSES: readonly string[] = [
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255'],
  ...['192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '210.220.163.82'],
  ...['2001:4860:4860::8888', '2606:4700:4700::1111', '2400:cb00::1', '2a00:1450:4001::1', '2003::1'],
];

/** Every way that is known of writing one IPv4 address so that a filter does not see it. */
function spellingsOf(parts: readonly [number, number, number, number]): string[] {
  const [a, b, c, d] = parts;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number): string => `0x${value.toString(16)}`;
  const octal = (value: number): string => `0${value.toString(8)}`;
  const wide = [...parts.join('.')].map((sign) =>
    sign === '.' ? '\u3002' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  );
  const pair = (left: number, right: number): string => (left * 256 + right).toString(16);
  return [
    parts.join('.'),
    `${parts.join('.')}.`,
    String(whole),
    hex(whole),
    hex(whole).toUpperCase().replace('0X', '0x'),
    octal(whole),
    parts.map(hex).join('.'),
    parts.map(octal).join('.'),
    parts.map((part) => `000${part.toString(8)}`).join('.'),
    `${hex(a)}.${b}.${octal(c)}.${d}`,
    `${a}.${b * 65_536 + c * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `${hex(a)}.${hex(b * 65_536 + c * 256 + d)}`,
    `${octal(a)}.${octal(b * 65_536 + c * 256 + d)}`,
    wide.join(''),
    parts.join('%2e'),
    parts.join('\uff0e'),
    parts.join('\uff61'),
    `[::ffff:${parts.join('.')}]`,
    `[::${parts.join('.')}]`,
    `[0:0:0:0:0:ffff:${pair(a, b)}:${pair(c, d)}]`,
    `[::ffff:0:${parts.join('.')}]`,
    `[64:ff9b::${parts.join('.')}]`,
    `[2002:${pair(a, b)}:${pair(c, d)}::]`,
  ];
}

const OTHER_NAMES = [
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'localhost.localdomain',
    'ip6-localhost',
    '0',
    '0x0',
    '00',
    '127',
  ],
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[fe80::1]', '[fd00:ec2::254]', '[ff02::1]', '[::1%25lo]'],
];

/** Hosts of addresses that all lead inside, in every spelling. */
export const spellings = (): string[] => [
  ...spellingsOf([127, 0, 0, 1]),
  ...spellingsOf([169, 254, 169, 254]),
  ...spellingsOf([10, 1, 2, 3]),
  ...spellingsOf([192, 168, 0, 1]),
  ...spellingsOf([172, 20, 30, 40]),
  ...spellingsOf([100, 100, 100, 200]),
  ...spellingsOf([0, 0, 0, 0]),
  ...OTHER_NAMES,
];
