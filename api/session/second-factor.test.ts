import test from 'ava';
import { Secret, TOTP } from 'otpauth';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { realIdentity, startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestBrowser, type TestBrowser } from '../testing/test-browser.ts';
import { createTestUser } from '../testing/test-user.ts';
import { seal, unseal } from './seal.ts';
import { stepOfCode } from './second-factor.ts';

const db = useTestDatabase(test);
const password = 'violet potato umbrella';
const step = 30_000;

type Scene = {
  http: TestApi;
  watch: { now: number };
  browser: TestBrowser;
  email: string;
  secret: string;
  recoveryCodes: string[];
  signIn(code?: string): Promise<number>;
};

const codeAt = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });

/** Somebody signed in, with the second factor just turned on. */
async function scene(): Promise<Scene> {
  const watch = { now: 1_790_000_000_000 };
  const clock = () => watch.now;
  const http = await startTestApi(db(), { clock, identify: realIdentity(db(), { clock }) });
  const { email } = await createTestUser(db(), { password });
  const browser = createTestBrowser(http);
  await browser.send('POST', '/session', { email, password });
  const { json } = await browser.send('POST', '/second-factor/begin');
  const secret = String(json['secret']);
  const confirmed = await browser.send('POST', '/second-factor/confirm', { code: codeAt(secret, watch.now) });
  const signIn = async (code?: string): Promise<number> => {
    const body = code === undefined ? { email, password } : { email, password, code };
    return (await createTestBrowser(http).send('POST', '/session', body)).status;
  };
  return {
    http,
    watch,
    browser,
    email,
    secret,
    signIn,
    recoveryCodes: confirmed.json['recoveryCodes'] as string[],
  };
}

test('codes are those of RFC 6238, Appendix B (SHA-1, last six digits)', (t) => {
  const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ] as const)
    t.is(stepOfCode(secret, code, seconds * 1_000), Math.floor(seconds / 30), code);
});

test('once on, a password alone does not sign in; the code of the step does, one step off too', async (t) => {
  const { http, watch, secret, browser, signIn } = await scene();
  t.is((await browser.send('GET', '/session')).json['secondFactor'], true);
  const missing = await createTestBrowser(http).send('POST', '/session', { email: '', password });
  t.is(missing.status, 400);
  watch.now += 10 * step;
  t.is(await signIn(), 401);
  t.is(await signIn('000000'), 401);
  t.is(await signIn(codeAt(secret, watch.now - step)), 200);
  t.is(await signIn(codeAt(secret, watch.now + step)), 200);
  watch.now += 10 * step;
  t.is(await signIn(codeAt(secret, watch.now - 2 * step)), 401);
  t.is(await signIn(codeAt(secret, watch.now + 2 * step)), 401);
  await http.api.close();
});

test('no step counts twice: not the one that confirmed, not one that signed in, none before it', async (t) => {
  const { http, watch, secret, signIn } = await scene();
  t.is(await signIn(codeAt(secret, watch.now)), 401);
  watch.now += 10 * step;
  const code = codeAt(secret, watch.now);
  t.deepEqual((await Promise.all([signIn(code), signIn(code), signIn(code)])).toSorted(), [200, 401, 401]);
  t.is(await signIn(codeAt(secret, watch.now - step)), 401);
  await http.api.close();
});

test('a recovery code signs in once, however it is typed', async (t) => {
  const { http, recoveryCodes, signIn, email } = await scene();
  t.is(new Set(recoveryCodes).size, 10);
  const [first = '', second = ''] = recoveryCodes;
  t.regex(first, /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  t.is(await signIn(first.toLowerCase().replaceAll('-', ' ')), 200);
  t.is(await signIn(first), 401);
  t.is(await signIn(second), 200);
  const { rows } = await db().database.knex.raw('select users::text from users where email = ?', [email]);
  t.false(JSON.stringify(rows).includes(second.replaceAll('-', '')));
  await http.api.close();
});

test('codes cannot be guessed: five tries, then a pause, for right ones too (S20)', async (t) => {
  const { http, watch, secret, signIn } = await scene();
  watch.now += 10 * step;
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push(await signIn(`00000${n}`));
  t.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
  t.is(await signIn(codeAt(secret, watch.now)), 429);
  await http.api.close();
});

test('it is turned off by the password only, and its owner is told', async (t) => {
  const { http, browser, signIn } = await scene();
  t.is((await browser.send('POST', '/second-factor/begin')).status, 409);
  t.is((await browser.send('DELETE', '/second-factor', { password: 'wrong words here' })).status, 403);
  t.is(await signIn(), 401);
  t.is((await browser.send('DELETE', '/second-factor', { password })).status, 204);
  t.is(await signIn(), 200);
  t.deepEqual(
    http.mails.map(({ kind }) => kind),
    ['notice', 'notice'],
  );
  await http.api.close();
});

test('turning it on ends other sessions; a wrong first code turns nothing on', async (t) => {
  const http = await startTestApi(db(), { identify: realIdentity(db()) });
  const { email } = await createTestUser(db(), { password });
  const [here, elsewhere] = [createTestBrowser(http), createTestBrowser(http)];
  for (const browser of [here, elsewhere]) await browser.send('POST', '/session', { email, password });
  t.is((await here.send('POST', '/second-factor/confirm', { code: '000000' })).status, 409);
  const secret = String((await here.send('POST', '/second-factor/begin')).json['secret']);
  t.is((await here.send('POST', '/second-factor/confirm', { code: '00000x' })).status, 403);
  t.is((await elsewhere.send('GET', '/session')).json['secondFactor'], false);
  const code = codeAt(secret, Date.now());
  t.is((await here.send('POST', '/second-factor/confirm', { code })).status, 200);
  t.is((await elsewhere.send('GET', '/session')).status, 401);
  await http.api.close();
});

test('a sealed secret opens for its account and key only', (t) => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const sealed = seal(key, 'one', 'SECRET');
  t.is(unseal(key, 'one', sealed), 'SECRET');
  t.false(Buffer.from(sealed, 'base64url').includes('SECRET'));
  t.throws(() => unseal(key, 'two', sealed), { code: 'server/bug' });
  t.throws(() => unseal(other, 'one', sealed), { code: 'server/bug' });
  t.throws(() => unseal(key, 'one', sealed.slice(0, 20)), { code: 'server/bug' });
});
