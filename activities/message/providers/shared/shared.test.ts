import test from 'ava';
import { localServer } from '../testing/local-server.ts';
import { exchange } from './exchange.ts';
import { harmless } from './harmless.ts';
import { isSafeAddress } from './safe-address.ts';
import { sameSecret } from './same-secret.ts';

test('a provider’s words stand in one short line without numbers of people', (t) => {
  t.is(harmless('to 010-1234-5678\n is bad'), 'to … is bad');
  t.is(harmless('+82 10 1234 5678, 01012345678 and 0212345678'), '…, … and …');
  t.is(harmless('code 3001 of 2026'), 'code 3001 of 2026');
  t.is(harmless('가'.repeat(500)).length, 200);
});

test('a pause is read as seconds or as a date', async (t) => {
  const { url } = await localServer(t, ({ path }) => ({
    status: 429,
    headers: { 'Retry-After': path === '/seconds' ? '9' : 'Thu, 01 Jan 1970 00:00:00 GMT' },
  }));
  const ask = (path: string) => exchange({ method: 'GET', url: `${url}${path}`, headers: {} }, 5_000);
  t.like(await ask('/seconds'), { kind: 'answer', status: 429, retryAfterMs: 9_000 });
  t.like(await ask('/date'), { retryAfterMs: 0 });
});

test('no time left: nothing is sent', async (t) => {
  const { url, heard } = await localServer(t, () => ({ status: 200 }));
  t.like(await exchange({ method: 'GET', url, headers: {} }, 0), { kind: 'unsent' });
  t.is(heard.length, 0);
});

test('an answer that goes on for ever is not kept', async (t) => {
  const { url } = await localServer(t, () => ({ status: 200, text: 'x'.repeat(17 * 1_024 * 1_024) }));
  t.like(await exchange({ method: 'GET', url, headers: {} }, 20_000), { kind: 'answer', body: undefined });
});

test('plain http reaches into the own network only', (t) => {
  for (const url of [
    'https://api.example.kr',
    'http://127.0.0.1:9',
    'http://localhost',
    'http://gateway:8080',
    'http://10.1.2.3',
    'http://[::1]:1',
  ])
    t.true(isSafeAddress(url), url);
  for (const url of [
    'http://api.example.kr',
    'http://8.8.8.8',
    'ftp://localhost',
    'nothing',
    'http://[2001:db8::1]',
  ])
    t.false(isSafeAddress(url), url);
});

test('secrets are the same or not, whatever their lengths', (t) => {
  t.true(sameSecret('a', 'a'));
  for (const given of ['', 'b', 'aa', 'é']) t.false(sameSecret(given, 'a'), given);
});
