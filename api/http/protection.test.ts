import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi } from '../testing/test-api.ts';
import { isLoopback, trustOneProxy } from './loopback.ts';

const db = useTestDatabase(test);

test('behind PUBLIC_URL the public name is answered too, with HSTS; others are still refused', async (t) => {
  const { api, get } = await startTestApi(db(), { publicUrl: 'https://calls.example.kr' });
  for (const Host of ['calls.example.kr', 'Calls.Example.kr', 'localhost', '127.0.0.1:3000'])
    t.is((await get('/healthz', { Host })).status, 200, Host);
  for (const Host of ['evil.example', 'calls.example.kr.evil.example', 'calls.example.kr:8443'])
    t.is((await get('/healthz', { Host })).status, 400, Host);
  t.is((await get('/healthz')).headers['strict-transport-security'], 'max-age=31536000');
  await api.close();
  const plain = await startTestApi(db());
  t.is((await plain.get('/healthz')).headers['strict-transport-security'], undefined);
  await plain.api.close();
});

test('metrics and readiness are for this machine: not through a proxy, whatever the path looks like', async (t) => {
  const { api, get } = await startTestApi(db(), { publicUrl: 'https://calls.example.kr' });
  for (const path of ['/metrics', '/readyz']) {
    t.is((await get(path)).status, 200, path);
    for (const header of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded'])
      for (const spelled of [path, path.toUpperCase(), `${path}/`, `${path}?a=1`])
        t.is((await get(spelled, { [header]: '127.0.0.1' })).status, 403, `${spelled} ${header}`);
  }
  t.is((await get('/healthz', { 'X-Forwarded-For': '203.0.113.1' })).status, 200);
  await api.close();
});

test('loopback is what only this machine has; one proxy is believed, and only a near one', (t) => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
    t.true(isLoopback(address), address);
  for (const address of ['10.0.0.1', '128.0.0.1', '::', '0.0.0.0', '::ffff:10.0.0.1', ''])
    t.false(isLoopback(address), address);
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '::ffff:172.18.0.2',
    'fd00::1',
  ])
    t.true(trustOneProxy(address, 0), address);
  t.false(trustOneProxy('203.0.113.5', 0));
  t.false(trustOneProxy('172.32.0.1', 0));
  t.false(trustOneProxy('10.1.2.3', 1));
});
