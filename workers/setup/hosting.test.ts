import test from 'ava';
import { hostingOf } from './hosting.ts';

const refused = { code: 'config/invalid' };

test('without settings the api listens on loopback and links lead there', (t) => {
  t.deepEqual(hostingOf({ HOST: '127.0.0.1', PORT: 3205 }), {
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3205',
  });
});

test('another host than a loopback one needs PUBLIC_URL by https', (t) => {
  for (const HOST of ['0.0.0.0', '192.168.0.7', '::', '10.0.0.1'])
    t.throws(() => hostingOf({ HOST, PORT: 3000 }), { ...refused, message: /needs PUBLIC_URL=https/ });
  t.deepEqual(hostingOf({ HOST: '0.0.0.0', PORT: 3000, PUBLIC_URL: 'https://Calls.example.kr/' }), {
    host: '0.0.0.0',
    publicUrl: 'https://calls.example.kr',
  });
});

test('PUBLIC_URL is an origin by https, HOST an address', (t) => {
  for (const PUBLIC_URL of [
    'http://calls.example.kr',
    'https://calls.example.kr/console',
    'calls.example.kr',
    'https://a@b',
  ])
    t.throws(() => hostingOf({ HOST: '127.0.0.1', PORT: 3000, PUBLIC_URL }), refused);
  t.throws(() => hostingOf({ HOST: 'calls.example.kr', PORT: 3000 }), {
    ...refused,
    message: /not an IP address/,
  });
});
