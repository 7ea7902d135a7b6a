import test from 'ava';
import { AuditListView } from '../../contracts/api/audit.ts';
import { MailDetailView, MailListView } from '../../contracts/api/outbox.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';
import { createMailOutbox } from './mail-outbox.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const servers: TestApi[] = [];
async function http(mailDelivers = false): Promise<TestApi> {
  const server = await startTestApi(db(), { identify: realIdentity(db()), mailDelivers });
  servers.push(server);
  return server;
}
test.after.always(async () => {
  for (const server of servers) await server.api.close();
});

test.serial(
  'mails are listed without their bodies, in pages; a look at one is in the audit log',
  async (t) => {
    const admin = await createTestUser(db());
    const mails = createMailOutbox(db().repositories.outbox, false);
    for (const n of [1, 2, 3]) {
      const mail = { tenant: admin.tenant, kind: 'notice', to: 'a@example.com', subject: `s${n}` } as const;
      await mails.queue({ ...mail, text: 'http://x/#secret' });
    }
    const api = await http();
    const cookie = await sessionOf(db(), admin);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await api.get(`/api/v1/outbox?limit=2${cursor && `&cursor=${cursor}`}`, cookie);
      t.notRegex(answer.text, /secret/);
      const page: MailListView = MailListView.parse(JSON.parse(answer.text));
      t.false(page.delivers);
      seen.push(...page.mails.map((mail) => mail.id));
      cursor = page.next;
    }
    t.is(new Set(seen).size, 3);
    const one = await api.get(`/api/v1/outbox/${seen[0]}`, cookie);
    t.regex(MailDetailView.parse(JSON.parse(one.text)).body, /secret/);
    const audit = await api.get('/api/v1/audit?action=outbox.read', cookie);
    const { entries } = AuditListView.parse(JSON.parse(audit.text));
    t.like(entries[0], { actor: admin.id, actorName: admin.name, subject: seen[0] });
    t.is((await api.get('/api/v1/outbox?cursor=AAAA', cookie)).status, 400);
    t.is((await api.get('/api/v1/audit?cursor=x', cookie)).status, 400);
  },
);

test.serial('a kept mail goes out by hand once there is a mail server, and not before', async (t) => {
  const admin = await createTestUser(db());
  const { outbox } = db().repositories;
  const mail = {
    tenant: admin.tenant,
    kind: 'notice',
    to: 'b@example.com',
    subject: 's',
    body: 'b',
  } as const;
  const id = await outbox.queue(system, mail, false);
  const cookie = await sessionOf(db(), admin);
  const without = await (await http()).send('POST', `/api/v1/outbox/${id}/resend`, '', cookie);
  t.is(without.status, 409);
  const api = await http(true);
  t.is((await api.send('POST', `/api/v1/outbox/${id}/resend`, '', cookie)).status, 200);
  t.is(
    (await api.send('POST', `/api/v1/outbox/${id}/resend`, '', cookie)).status,
    409,
    'it is queued already',
  );
});
