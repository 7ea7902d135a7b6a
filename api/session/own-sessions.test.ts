import test from 'ava';
import { OwnSessionListView } from '../../contracts/api/own-sessions.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestBrowser, type TestBrowser } from '../testing/test-browser.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';
import { browserWords } from './browser-words.ts';
import { IDLE_MS } from './sessions.ts';

const db = useTestDatabase(test);
const password = '보라색 우산 감자 세 개';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/20.0';

type Scene = {
  http: TestApi;
  watch: { now: number };
  account: string;
  /** Signs in with a browser of that name. */
  signIn(userAgent: string): Promise<TestBrowser>;
};

async function scene(): Promise<Scene> {
  const watch = { now: 1_790_000_000_000 };
  const clock = () => watch.now;
  const http = await startTestApi(db(), { clock, identify: realIdentity(db(), { clock }) });
  const { id: account, email } = await createTestUser(db(), { password, role: 'agent' });
  return {
    http,
    watch,
    account,
    async signIn(userAgent) {
      const browser = createTestBrowser(http, { 'User-Agent': userAgent });
      await browser.send('POST', '/session', { email, password });
      return browser;
    },
  };
}

const listOf = async (browser: TestBrowser): Promise<OwnSessionListView['sessions']> =>
  OwnSessionListView.parse((await browser.send('GET', '/session/list')).json).sessions;

test('everybody sees where he is signed in, and which one this is (ASVS 7.5.2)', async (t) => {
  const { http, watch, signIn } = await scene();
  const office = await signIn(`${CHROME} Safari/537.36`);
  watch.now += 60_000;
  const phone = await signIn(`${IPHONE} Mobile/15E148 Safari/604.1`);
  await sessionOf(db(), await createTestUser(db()), () => watch.now);
  const seen = await listOf(phone);
  t.like(seen, [
    { browser: 'Safari', system: 'iOS', current: true, address: '127.0.0.x' },
    { browser: 'Chrome', system: 'Windows', current: false, createdAt: '2026-09-21T14:13:20.000Z' },
  ]);
  t.is(seen.length, 2, 'nobody else’s');
  t.false(JSON.stringify(seen).includes(phone.cookies.get('__Host-callwright') ?? ''));
  watch.now += IDLE_MS - 30_000;
  t.is((await listOf(phone)).length, 1, 'the other one has ended by itself');
  t.is((await office.send('GET', '/session')).status, 401);
  await http.api.close();
});

test('ending one by one asks for the password, ends that one only and is on record', async (t) => {
  const { http, account, signIn } = await scene();
  const [office, phone] = [await signIn(CHROME), await signIn(IPHONE)];
  const other = (await listOf(phone)).find(({ current }) => !current)?.id;
  const path = `/session/list/${other}`;
  t.is((await phone.send('DELETE', path, {})).status, 400);
  t.is((await phone.send('DELETE', path, { password, everywhere: true })).status, 400);
  t.is((await phone.send('DELETE', path, { password: 'not that one at all' })).status, 403);
  t.is((await phone.send('DELETE', path, { password: null })).status, 403);
  t.is((await office.send('GET', '/session')).status, 200);
  t.is((await phone.send('DELETE', path, { password })).status, 204);
  t.is((await office.send('GET', '/session')).status, 401);
  t.is((await phone.send('GET', '/session')).status, 200);
  t.is((await phone.send('DELETE', path, { password })).status, 404, 'it is no session any more');
  const rows = await db().database.knex('audit_log').where({ action: 'session.end', subject: account });
  t.is(rows.length, 1);
  await http.api.close();
});

test('a session of somebody else is not there; the own one goes with its cookie', async (t) => {
  const [{ http, signIn }, elsewhere] = [await scene(), await scene()];
  const stranger = await elsewhere.signIn(CHROME);
  const mine = await signIn(CHROME);
  const [theirs, own] = [(await listOf(stranger))[0]?.id, (await listOf(mine))[0]?.id];
  t.is((await mine.send('DELETE', `/session/list/${theirs}`, { password })).status, 404);
  t.is((await stranger.send('GET', '/session')).status, 200);
  t.is((await mine.send('DELETE', `/session/list/${own}`, { password })).status, 204);
  t.is(mine.cookies.get('__Host-callwright'), undefined);
  await elsewhere.http.api.close();
  await http.api.close();
});

test('a browser is called what people call it', (t) => {
  const names = [
    [`${CHROME} Safari/537.36`, 'Chrome', 'Windows'],
    [`${CHROME} Safari/537.36 Edg/156.0.0.0`, 'Edge', 'Windows'],
    [`${CHROME} Whale/5.0.0.0 Safari/537.36`, 'Whale', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Linux; Android 16; K) SamsungBrowser/29.0 Chrome/150.0', 'Samsung Internet', 'Android'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/20.0 Safari/605.1.15', 'Safari', 'macOS'],
    [`${IPHONE.replace('Version/20.0', 'CriOS/156.0')} Safari/604.1`, 'Chrome', 'iOS'],
    ['curl/9.0', null, null],
    ['', null, null],
  ] as const;
  for (const [userAgent, browser, system] of names)
    t.deepEqual(browserWords(userAgent), { browser, system }, userAgent);
});
