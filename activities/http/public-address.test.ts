import test from 'ava';
import { isPublicAddress } from './public-address.ts';
import { requestTarget } from './request-target.ts';
import { INSIDE_ADDRESSES, PUBLIC_ADDRESSES, spellings } from './testing/addresses.ts';

test('at least 150 spellings of addresses that nobody outside has', (t) => {
  t.true(new Set(spellings()).size >= 150, `${new Set(spellings()).size} spellings`);
});

for (const address of INSIDE_ADDRESSES) {
  test(`not the internet: ${address}`, (t) => t.false(isPublicAddress(address)));
}

for (const address of PUBLIC_ADDRESSES) {
  test(`the internet: ${address}`, (t) => t.true(isPublicAddress(address)));
}

test('no spelling leads inside although the very same text stands on the list', (t) => {
  for (const host of spellings()) {
    const address = `https://${host}/x`;
    const target = requestTarget(address, [{ host, token: 'geheim-geheim' }]);
    // Either it is no listed name (URL writes addresses its own way), or it is an address, and refused as one.
    t.false(target !== undefined && isPublicAddress(target.host.replace(/^\[|\]$/g, '')), host);
  }
});

const listed = [{ host: 'crm.example.kr', token: null }];
const refused = (address: string) =>
  test(`refused: ${address}`, (t) => t.is(requestTarget(address, listed), undefined));

for (const address of [
  'http://crm.example.kr/',
  'https://crm.example.kr:8443/',
  'https://user@crm.example.kr/',
  'https://user:pw@crm.example.kr/',
  'https://crm.example.kr@127.0.0.1/',
  'https://127.0.0.1#@crm.example.kr/',
  'https://127.0.0.1\\@crm.example.kr/',
  'https://crm.example.kr.evil.example/',
  'https://evil.example/crm.example.kr',
  'https://crm.example.kr./',
  'https://xcrm.example.kr/',
  'https://example.kr/',
  'https://a.crm.example.kr/',
  'ftp://crm.example.kr/',
  'file:///etc/passwd',
  'gopher://crm.example.kr/',
  'data:application/json,{}',
  '//crm.example.kr/',
  'crm.example.kr',
  '',
])
  refused(address);

test('a listed host is asked over https, with path and query as they are', (t) => {
  t.deepEqual(requestTarget('https://CRM.example.kr:443/a/../b?c=d#e', listed), {
    host: 'crm.example.kr',
    path: '/b?c=d',
    token: null,
  });
});
