import test from 'ava';
import { HttpHostListView, HttpHostView } from '../../contracts/api/http-hosts.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { unseal } from '../session/seal.ts';
import { type Answer, startTestApi } from '../testing/test-api.ts';
import { hostTokenOwner } from './host-token.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const sealKey = Buffer.alloc(32, 7);
const TOKEN = 'a.secret-token_1234';

async function scene() {
  const server = await startTestApi(db(), { sealKey });
  const add = (body: object): Promise<Answer> =>
    server.send('POST', '/api/v1/http-hosts', JSON.stringify(body), { 'Content-Type': 'application/json' });
  return { server, add };
}

test.serial(
  'a host is a public name: no address in any spelling, no port, no wildcard, nothing inside',
  async (t) => {
    const { server, add } = await scene();
    for (const host of [
      ...['127.0.0.1', '10.0.0.1', '0x7f.0.0.1', '0177.1', '2130706433', '[::1]', '::1', '1.2.3.4.'],
      ...['localhost', 'a.localhost', 'printer.local', 'db.internal', 'nas.lan', 'router.home', 'x.arpa'],
      ...['*.example.kr', 'example.kr:8080', 'https://example.kr', 'example.kr/path', 'user@example.kr'],
      ...['example', '', ' ', '-a.kr', 'a-.kr', 'a..kr', '.kr', 'a.kr.', `${'a'.repeat(64)}.kr`, '예시.한국'],
      ...['metadata.google.internal', 'instance.corp', 'a\nb.kr', 'a.1'],
    ])
      t.is((await add({ host })).status, 400, host);
    for (const host of ['crm.example.kr', 'CRM2.Example.KR', 'xn--9n2bp8q.xn--3e0b707e', 'a-1.co.kr'])
      t.is((await add({ host })).status, 200, host);
    t.is((await add({ host: 'crm.EXAMPLE.kr' })).status, 409, 'the same in capitals');
    await server.api.close();
  },
);

test.serial('a token is sealed for its row and never shown again', async (t) => {
  const { server, add } = await scene();
  const answer = await add({ host: 'token.example.kr', token: TOKEN });
  const { id, hasToken } = HttpHostView.parse(JSON.parse(answer.text));
  t.true(hasToken);
  const list = await server.get('/api/v1/http-hosts');
  t.true(HttpHostListView.parse(JSON.parse(list.text)).hosts.some((host) => host.id === id));
  const [row] = await db()
    .repositories.httpHosts.listed(system, DEMO_TENANT)
    .then((rows) => rows.filter((host) => host.id === id));
  t.is(unseal(sealKey, hostTokenOwner(id), row?.token ?? ''), TOKEN);
  t.throws(() => unseal(sealKey, id, row?.token ?? ''), undefined, 'as an account’s it does not open');
  for (const text of [answer.text, list.text, row?.token ?? '', ...server.logged])
    t.false(text.includes(TOKEN));
  for (const token of ['short', 'two words 12', 'line\nbreak12'])
    t.is((await add({ host: 'other.example.kr', token })).status, 400, token);
  t.is((await server.send('DELETE', `/api/v1/http-hosts/${id}`, '')).status, 204);
  t.is((await server.send('DELETE', `/api/v1/http-hosts/${id}`, '')).status, 404);
  await server.api.close();
});
