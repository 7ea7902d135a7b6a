import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestBrowser } from '../testing/test-browser.ts';
import { createTestUser } from '../testing/test-user.ts';

const db = useTestDatabase(test);
const password = 'violet potato umbrella';

async function serve(): Promise<TestApi> {
  return startTestApi(db(), { identify: realIdentity(db()) });
}

test('signing in by password opens a session that says who it is and what it may', async (t) => {
  const http = await serve();
  const user = await createTestUser(db(), { role: 'supervisor', password });
  const browser = createTestBrowser(http);
  t.is((await browser.send('GET', '/session')).status, 401);
  const answer = await browser.send('POST', '/session', { email: user.email.toUpperCase(), password });
  t.is(answer.status, 200, answer.text);
  t.regex(
    answer.headers['set-cookie'] ?? '',
    /^__Host-callwright=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict/,
  );
  const view = await browser.send('GET', '/session');
  t.like(view.json, { secondFactor: false, simulatedSwitch: false, hasPassword: true });
  t.like(view.json['user'], { id: user.id, role: 'supervisor', tenant: { id: user.tenant, name: 'Demo' } });
  t.true(JSON.stringify(view.json['permissions']).includes('recordings.listen'));
  t.false(JSON.stringify(view.json['permissions']).includes('users.manage'));
  await http.api.close();
});

test('wrong password, no such account, suspended, not yet accepted: one status and one text (S20)', async (t) => {
  const http = await serve();
  const active = await createTestUser(db(), { password });
  const suspended = await createTestUser(db(), { password });
  await db().repositories.users.update({ kind: 'system', role: 'test' }, suspended.id, {
    state: 'suspended',
  });
  const invited = await createTestUser(db(), { state: 'invited' });
  const tries = [
    { email: active.email, password: 'not that one at all' },
    { email: 'nobody@example.com', password },
    { email: suspended.email, password },
    { email: invited.email, password },
  ];
  const answers = [];
  for (const one of tries) {
    const { status, json } = await createTestBrowser(http).send('POST', '/session', one);
    answers.push({ status, ...json, requestId: '' });
  }
  t.is(answers[0]?.status, 401);
  for (const answer of answers) t.deepEqual(answer, answers[0]);
  await http.api.close();
});

test('a sign-in is a new session, and ends the one that the browser had (no fixation, S18)', async (t) => {
  const http = await serve();
  const user = await createTestUser(db(), { password });
  const browser = createTestBrowser(http);
  await browser.send('POST', '/session', { email: user.email, password });
  const earlier = browser.headers();
  await browser.send('POST', '/session', { email: user.email, password });
  t.notDeepEqual(browser.headers(), earlier);
  t.is((await http.get('/api/v1/session', earlier)).status, 401);
  t.is((await browser.send('GET', '/session')).status, 200);
  const planted = createTestBrowser(http);
  planted.cookies.set('__Host-callwright', 'A'.repeat(43));
  await planted.send('POST', '/session', { email: user.email, password });
  t.not(planted.cookies.get('__Host-callwright'), 'A'.repeat(43));
  await http.api.close();
});

test('after signing out the token is worth nothing (S18)', async (t) => {
  const http = await serve();
  const user = await createTestUser(db(), { password });
  const browser = createTestBrowser(http);
  await browser.send('POST', '/session', { email: user.email, password });
  const kept = browser.headers();
  const out = await browser.send('DELETE', '/session');
  t.like(out, { status: 204, headers: { 'clear-site-data': '"cache"' } });
  t.is(browser.cookies.get('__Host-callwright'), undefined);
  t.is((await http.get('/api/v1/session', kept)).status, 401);
  await http.api.close();
});

test('two cookies of our name are none, and a token is kept as a hash only', async (t) => {
  const http = await serve();
  const user = await createTestUser(db(), { password });
  const browser = createTestBrowser(http);
  await browser.send('POST', '/session', { email: user.email, password });
  const token = browser.cookies.get('__Host-callwright') ?? '';
  const Cookie = `__Host-callwright=${token}; __Host-callwright=${token}`;
  t.is((await http.get('/api/v1/session', { Cookie })).status, 401);
  const { rows } = await db().database.knex.raw('select sessions::text from sessions where account = ?', [
    user.id,
  ]);
  t.is(rows.length, 1);
  t.false(JSON.stringify(rows).includes(token));
  t.regex(JSON.stringify(rows), /127\.0\.0\.x/);
  t.false(http.logged.join().includes(token));
  await http.api.close();
});

test('sign-ins are on record, a typed address that is no account’s is not (S26)', async (t) => {
  const http = await serve();
  const user = await createTestUser(db(), { password });
  const browser = createTestBrowser(http);
  await browser.send('POST', '/session', { email: 'my-secret-word@example.com', password });
  await browser.send('POST', '/session', { email: user.email, password: 'not that one at all' });
  await browser.send('POST', '/session', { email: user.email, password });
  await browser.send('DELETE', '/session');
  const { rows } = await db().database.knex.raw('select * from audit_log order by id');
  const own = rows.filter((row: { subject: string }) => row.subject === user.id);
  t.deepEqual(
    own.map((row: { action: string; actor_kind: string }) => [row.action, row.actor_kind]),
    [
      ['session.sign-in-failed', 'system'],
      ['session.sign-in', 'user'],
      ['session.sign-out', 'user'],
    ],
  );
  t.false(JSON.stringify(rows).includes('my-secret-word'));
  t.false(JSON.stringify([rows, http.logged]).includes(password));
  await http.api.close();
});

test('what is no sign-in is refused before anything is counted', async (t) => {
  const http = await serve();
  const browser = createTestBrowser(http);
  for (const body of [
    {},
    { email: 'x', password },
    { email: 'a@example.com', password, role: 'platform-admin' },
    [],
  ])
    t.is((await browser.send('POST', '/session', body)).status, 400, JSON.stringify(body));
  t.is(
    (await browser.send('POST', '/session', { email: 'a@example.com', password: 'x'.repeat(257) })).status,
    400,
  );
  await http.api.close();
});
