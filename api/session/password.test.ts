import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestBrowser } from '../testing/test-browser.ts';
import { createTestUser } from '../testing/test-user.ts';
import type { OutgoingMail } from './account-parts.ts';

const db = useTestDatabase(test);
const password = 'violet potato umbrella';
const next = 'seven quiet teacups 7';

type Served = { http: TestApi; mail(): Promise<OutgoingMail>; mails: OutgoingMail[] };

/** `mail()` waits for the next one: reset mails are written after the answer. */
async function serve(): Promise<Served> {
  const mails: OutgoingMail[] = [];
  let arrived: () => void = () => undefined;
  const queue = async (mail: OutgoingMail): Promise<void> => {
    mails.push(mail);
    arrived();
  };
  const http = await startTestApi(db(), { identify: realIdentity(db()), mail: { queue } });
  return {
    http,
    mails,
    async mail() {
      if (mails.length === 0)
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      return mails.shift() as OutgoingMail;
    },
  };
}

test('a forgotten password is chosen anew by mail; every session ends, and its owner is told', async (t) => {
  const { http, mail } = await serve();
  const user = await createTestUser(db(), { password });
  const browser = createTestBrowser(http);
  await browser.send('POST', '/session', { email: user.email, password });
  t.is((await browser.send('POST', '/password/forgot', { email: user.email })).status, 204);
  const sent = await mail();
  t.like(sent, { to: user.email, kind: 'password-reset' });
  const token = /\/reset#([A-Za-z0-9_-]{43})/.exec(sent.text)?.[1] ?? '';
  const weak = await browser.send('POST', '/password/reset', { token, password: 'password1234' });
  t.is(weak.status, 400);
  t.regex(JSON.stringify(weak.json['errors']), /"field":"password","message":"common:/);
  t.is((await browser.send('POST', '/password/reset', { token, password: next })).status, 204);
  t.is((await browser.send('GET', '/session')).status, 401);
  t.like(await mail(), { to: user.email, kind: 'password-changed' });
  t.is((await browser.send('POST', '/password/reset', { token, password: next })).status, 410);
  t.is((await browser.send('POST', '/session', { email: user.email, password })).status, 401);
  t.is((await browser.send('POST', '/session', { email: user.email, password: next })).status, 200);
  const { rows } = await db().database.knex.raw('select action from audit_log where subject = ?', [user.id]);
  t.true(['password.forgot', 'password.reset'].every((one) => JSON.stringify(rows).includes(one)));
  await http.api.close();
});

test('forgot answers alike for everybody and mails only to active accounts (S20)', async (t) => {
  const { http, mail, mails } = await serve();
  const suspended = await createTestUser(db(), { state: 'suspended' });
  const active = await createTestUser(db());
  const answers = [];
  for (const email of ['nobody@example.com', suspended.email, active.email]) {
    const { status, text } = await createTestBrowser(http).send('POST', '/password/forgot', { email });
    answers.push({ status, text });
  }
  t.deepEqual(
    answers,
    Array.from({ length: 3 }, () => ({ status: 204, text: '' })),
  );
  t.is((await mail()).to, active.email);
  t.is(mails.length, 0);
  await http.api.close();
});

test('a changed password ends every other session, not this one (ASVS 7.4.3)', async (t) => {
  const { http, mail } = await serve();
  const user = await createTestUser(db(), { password });
  const [here, elsewhere] = [createTestBrowser(http), createTestBrowser(http)];
  for (const browser of [here, elsewhere])
    await browser.send('POST', '/session', { email: user.email, password });
  t.is((await here.send('POST', '/password/change', { current: 'wrong', next })).status, 403);
  t.is((await here.send('POST', '/password/change', { current: null, next })).status, 403);
  t.is((await here.send('POST', '/password/change', { current: password, next: 'short' })).status, 400);
  t.is((await elsewhere.send('GET', '/session')).status, 200);
  t.is((await here.send('POST', '/password/change', { current: password, next })).status, 204);
  t.is((await here.send('GET', '/session')).status, 200);
  t.is((await elsewhere.send('GET', '/session')).status, 401);
  t.is((await mail()).kind, 'password-changed');
  await http.api.close();
});

test('whoever came by the first link sets a password without having one', async (t) => {
  const { http } = await serve();
  const user = await createTestUser(db());
  const identify = async () => ({
    actor: { kind: 'user', user: user.id, tenant: user.tenant, role: user.role } as const,
  });
  const asUser = await startTestApi(db(), { identify });
  const browser = createTestBrowser(asUser);
  t.is((await browser.send('POST', '/password/change', { current: null, next })).status, 204);
  t.is((await browser.send('POST', '/password/change', { current: null, next: password })).status, 403);
  t.is((await browser.send('POST', '/password/change', { current: next, next: password })).status, 204);
  await Promise.all([http.api.close(), asUser.api.close()]);
});

test('an API key has no account of its own', async (t) => {
  const key = {
    kind: 'api-key',
    key: '3f1de6f0-4d1f-4a3c-9a55-000000000001',
    scopes: ['calls.read'],
  } as const;
  const user = await createTestUser(db());
  const http = await startTestApi(db(), {
    identify: async () => ({ actor: { ...key, scopes: [...key.scopes], tenant: user.tenant } }),
  });
  const browser = createTestBrowser(http);
  t.is((await browser.send('GET', '/session')).status, 403);
  t.is((await browser.send('POST', '/password/change', { current: null, next })).status, 403);
  t.is((await browser.send('POST', '/second-factor/begin')).status, 403);
  await http.api.close();
});
