import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestBrowser } from '../testing/test-browser.ts';
import { createTestUser } from '../testing/test-user.ts';
import { mailInvitation } from './account-mails.ts';
import { apiItself } from './account-parts.ts';
import { issueLink } from './links.ts';

const db = useTestDatabase(test);
const password = 'violet potato umbrella';
const publicUrl = 'https://calls.example.kr';
const minute = 60_000;

const serve = (clock: () => number = Date.now): Promise<TestApi> =>
  startTestApi(db(), { clock, publicUrl, identify: realIdentity(db(), { clock }) });

const tokenOf = (text: string): string => /#([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? '';

test('a sign-in link works once, also when many ask at the same moment', async (t) => {
  const http = await serve();
  const user = await createTestUser(db());
  const token = tokenOf(await issueLink({ ...db(), publicUrl }, user.id, 'sign-in'));
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => createTestBrowser(http).send('POST', '/session/link', { token })),
  );
  t.deepEqual(answers.map(({ status }) => status).toSorted(), [200, ...Array.from({ length: 7 }, () => 410)]);
  const won = answers.find(({ status }) => status === 200);
  t.like(won?.json, { hasPassword: false });
  t.is(answers.find(({ status }) => status === 410)?.json['code'], 'auth/link-invalid');
  const { rows } = await db().database.knex.raw('select action from audit_log where subject = ?', [user.id]);
  t.deepEqual(rows, [{ action: 'session.sign-in-link' }]);
  t.false(http.logged.join().includes(token));
  await http.api.close();
});

test('a sign-in link ends after ten minutes, and with the next one', async (t) => {
  let now = 1_790_000_000_000;
  const clock = () => now;
  const http = await serve(clock);
  const user = await createTestUser(db());
  const issue = async () => tokenOf(await issueLink({ ...db(), publicUrl, clock }, user.id, 'sign-in'));
  const use = async (token: string) =>
    (await createTestBrowser(http).send('POST', '/session/link', { token })).status;
  const late = await issue();
  now += 10 * minute;
  t.is(await use(late), 410);
  const [earlier, newest] = [await issue(), await issue()];
  now += 10 * minute - 1;
  t.deepEqual([await use(earlier), await use(newest)], [410, 200]);
  await http.api.close();
});

test('a link of one kind opens nothing else, and none for a suspended account', async (t) => {
  const http = await serve();
  const user = await createTestUser(db());
  const browser = createTestBrowser(http);
  const reset = tokenOf(await issueLink({ ...db(), publicUrl }, user.id, 'reset'));
  t.is((await browser.send('POST', '/session/link', { token: reset })).status, 410);
  t.is((await browser.send('POST', '/invitations/look', { token: reset })).status, 410);
  await db().repositories.users.update(apiItself, user.id, { state: 'suspended' });
  t.is((await browser.send('POST', '/password/reset', { token: reset, password })).status, 410);
  t.is((await browser.send('POST', '/session/link', { token: 'A'.repeat(43) })).status, 410);
  t.is((await browser.send('POST', '/session/link', { token: 'short' })).status, 400);
  await http.api.close();
});

test('an invited person sees who invites, chooses name and password, and is in', async (t) => {
  const http = await serve();
  const user = await createTestUser(db(), { state: 'invited', role: 'agent', email: 'new@example.com' });
  await mailInvitation(
    { ...db(), publicUrl, mail: { queue: async (mail) => void http.mails.push(mail) } },
    user,
  );
  const [mail] = http.mails;
  t.like(mail, { to: 'new@example.com', kind: 'invitation', tenant: user.tenant });
  t.regex(
    mail?.text ?? '',
    /초대되었습니다[\s\S]*https:\/\/calls\.example\.kr\/invitation#[\s\S]*you are invited/,
  );
  const token = tokenOf(mail?.text ?? '');
  const browser = createTestBrowser(http);
  t.deepEqual((await browser.send('POST', '/invitations/look', { token })).json, {
    email: 'new@example.com',
    name: '담당자',
    tenantName: 'Demo',
  });
  const weak = await browser.send('POST', '/invitations/accept', {
    token,
    name: '새담당',
    password: '새담당 새담당 새담당 하늘',
  });
  t.is(weak.status, 400);
  t.regex(JSON.stringify(weak.json['errors']), /"field":"password","message":"personal:/);
  const answer = await browser.send('POST', '/invitations/accept', { token, name: '새담당', password });
  t.is(answer.status, 200, answer.text);
  t.like(answer.json['user'], { name: '새담당', role: 'agent' });
  t.is((await browser.send('GET', '/session')).status, 200);
  t.is((await browser.send('POST', '/invitations/accept', { token, name: '새담당', password })).status, 410);
  t.is((await browser.send('POST', '/session', { email: 'new@example.com', password })).status, 200);
  await http.api.close();
});
