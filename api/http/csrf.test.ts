import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test);
const publicUrl = 'https://calls.example.kr';

test('a change needs our header and the browser’s word that it is our own page (S18)', async (t) => {
  const http = await startTestApi(db(), { publicUrl, identify: realIdentity(db()) });
  const user = await createTestUser(db());
  const refused: Record<string, string>[] = [
    { 'X-Callwright': '' },
    { 'X-Callwright': '0' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://calls.example.kr' },
    { Origin: `http://127.0.0.1:${http.api.port + 1}` },
    { Origin: 'https://calls.example.kr.evil.example', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'http://calls.example.kr', Host: 'calls.example.kr' },
  ];
  for (const headers of refused) {
    const cookie = await sessionOf(db(), user);
    const answer = await http.send('DELETE', '/api/v1/session', '', { ...cookie, ...headers });
    t.is(answer.status, 403, JSON.stringify(headers));
    t.is(JSON.parse(answer.text).code, 'request/cross-site');
    t.is((await http.get('/api/v1/session', cookie)).status, 200, 'nothing was done');
  }
  const taken: Record<string, string>[] = [
    {},
    {
      'Sec-Fetch-Site': 'same-origin',
      Origin: `http://127.0.0.1:${http.api.port}`,
      Host: `127.0.0.1:${http.api.port}`,
    },
    { Origin: `http://localhost:${http.api.port}`, Host: `localhost:${http.api.port}` },
    { Origin: publicUrl, Host: 'calls.example.kr', 'Sec-Fetch-Site': 'same-origin' },
  ];
  for (const headers of taken) {
    const cookie = await sessionOf(db(), user);
    t.is((await http.send('DELETE', '/api/v1/session', '', { ...cookie, ...headers })).status, 204);
  }
  await http.api.close();
});

test('a request with an Authorization header is a program’s: no header of ours, and no cookie', async (t) => {
  const http = await startTestApi(db(), { identify: realIdentity(db()) });
  const cookie = await sessionOf(db(), await createTestUser(db()));
  for (const Authorization of ['Bearer nonsense-that-is-long-enough', 'Basic dTpw', '']) {
    const headers = { ...cookie, Authorization, 'X-Callwright': '' };
    t.is((await http.send('DELETE', '/api/v1/session', '', headers)).status, 401, Authorization);
  }
  t.is((await http.get('/api/v1/session', cookie)).status, 200);
  await http.api.close();
});

test('a form of another site cannot sign its victim in as somebody else', async (t) => {
  const http = await startTestApi(db(), { identify: realIdentity(db()) });
  const form = { 'Content-Type': 'text/plain', Origin: 'https://evil.example', 'X-Callwright': '' };
  const body = JSON.stringify({ email: 'a@example.com', password: 'violet potato umbrella' });
  const answer = await http.send('POST', '/api/v1/session', body, form);
  t.is(answer.status, 403);
  t.is(answer.headers['set-cookie'], undefined);
  await http.api.close();
});

test('reports of providers come without our header, and reach nothing but their own addresses', async (t) => {
  const http = await startTestApi(db(), { identify: realIdentity(db()) });
  const bare = { 'X-Callwright': '' };
  t.is((await http.send('POST', '/hooks/messages/solapi/wrong-secret', '[]', bare)).status, 404);
  for (const path of [
    '/hooks/../api/v1/session',
    '/HOOKS/messages/solapi/x',
    '/hooks',
    '/x/hooks/messages/solapi/x',
  ])
    t.not((await http.send('DELETE', path, '', bare)).status, 204, path);
  const cookie = await sessionOf(db(), await createTestUser(db()));
  await http.send('DELETE', '/hooks/../api/v1/session', '', { ...cookie, ...bare });
  t.is((await http.get('/api/v1/session', cookie)).status, 200);
  await http.api.close();
});
