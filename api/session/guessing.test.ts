import test from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { createTestBrowser } from '../testing/test-browser.ts';
import { createTestUser } from '../testing/test-user.ts';

const db = useTestDatabase(test, { poolMax: 8 });

/** An instance of the api that says how many hashes it evaluated; `address` is where its clients seem to come from. */
async function serve(right = false): Promise<TestApi & { evaluated: (string | null)[] }> {
  const evaluated: (string | null)[] = [];
  const http = await startTestApi(db(), {
    publicUrl: 'https://calls.example.kr',
    checkPassword: async (kept) => {
      evaluated.push(kept);
      return right;
    },
  });
  return Object.assign(http, { evaluated });
}

const from = (address: string) => ({ 'X-Forwarded-For': address });

test('a bot with 1,000 tries at one account, from many addresses, gets at most 10 evaluated (S20)', async (t) => {
  const [one, other] = [await serve(), await serve()];
  const { email } = await createTestUser(db());
  const statuses = new Map<number, number>();
  for (let batch = 0; batch < 50; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        createTestBrowser(n % 2 === 0 ? one : other, from(`203.0.${batch}.${n}`)).send('POST', '/session', {
          email,
          password: `guess number ${batch} ${n}`,
        }),
      ),
    );
    for (const { status, headers } of answers) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 429) t.regex(headers['retry-after'] ?? '', /^[1-9][0-9]*$/);
    }
  }
  t.deepEqual(Object.fromEntries(statuses), { 401: 10, 429: 990 });
  t.is(one.evaluated.length + other.evaluated.length, 10);
  await Promise.all([one.api.close(), other.api.close()]);
});

test('a bot that stuffs 1,000 accounts from one address gets at most 10 evaluated (S20)', async (t) => {
  const http = await serve();
  for (let batch = 0; batch < 50; batch++)
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        createTestBrowser(http, from('198.51.100.7')).send('POST', '/session', {
          email: `stuffed-${batch}-${n}@example.com`,
          password: 'the same old words',
        }),
      ),
    );
  t.is(http.evaluated.length, 10);
  await http.api.close();
});

test('an IPv6 customer with a whole /64 is one address', async (t) => {
  const http = await serve();
  for (let n = 0; n < 30; n++)
    await createTestBrowser(http, from(`2001:db8:7:7::${n.toString(16)}`)).send('POST', '/session', {
      email: `six-${n}@example.com`,
      password: 'the same old words',
    });
  t.is(http.evaluated.length, 10);
  await http.api.close();
});

test('an unknown account costs one evaluated hash as a known one does (S20)', async (t) => {
  const http = await serve();
  const { email } = await createTestUser(db(), { password: 'violet potato umbrella' });
  const browser = createTestBrowser(http, from('192.0.2.9'));
  await browser.send('POST', '/session', { email, password: 'one' });
  await browser.send('POST', '/session', { email: 'unknown@example.com', password: 'one' });
  t.deepEqual(
    http.evaluated.map((kept) => kept?.slice(0, 30)),
    ['$argon2id$v=19$m=19456,t=2,p=1', undefined],
  );
  await http.api.close();
});

test('who signs in rightly is never counted out, whatever the number of colleagues at the address', async (t) => {
  const http = await serve(true);
  const user = await createTestUser(db(), { password: 'violet potato umbrella' });
  for (let n = 0; n < 25; n++) {
    const { status } = await createTestBrowser(http, from('192.0.2.77')).send('POST', '/session', {
      email: user.email,
      password: 'violet potato umbrella',
    });
    t.is(status, 200);
  }
  await http.api.close();
});

test('strangers who guess cannot lock out a browser that has signed in before; it has few tries itself', async (t) => {
  const [good, bad] = [await serve(true), await serve()];
  const user = await createTestUser(db(), { password: 'violet potato umbrella' });
  const attempt = { email: user.email, password: 'violet potato umbrella' };
  const own = createTestBrowser(good, from('192.0.2.111'));
  t.is((await own.send('POST', '/session', attempt)).status, 200);
  for (let n = 0; n < 12; n++)
    await createTestBrowser(bad, from('192.0.2.111')).send('POST', '/session', attempt);
  t.is((await createTestBrowser(good, from('192.0.2.112')).send('POST', '/session', attempt)).status, 429);
  t.is((await own.send('POST', '/session', attempt)).status, 200);
  const stolen = createTestBrowser(bad, from('192.0.2.113'));
  for (const [name, value] of own.cookies) stolen.cookies.set(name, value);
  const statuses = [];
  for (let n = 0; n < 7; n++) statuses.push((await stolen.send('POST', '/session', attempt)).status);
  t.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
  const forged = createTestBrowser(good, from('192.0.2.114'));
  forged.cookies.set('__Host-callwright-device', `${'A'.repeat(22)}.${'A'.repeat(43)}`);
  t.is((await forged.send('POST', '/session', attempt)).status, 429);
  const elsewhere = await createTestUser(db(), { password: 'violet potato umbrella' });
  for (let n = 0; n < 11; n++)
    await createTestBrowser(bad, from(`192.0.2.${n}`)).send('POST', '/session', {
      ...attempt,
      email: elsewhere.email,
    });
  t.is((await own.send('POST', '/session', { ...attempt, email: elsewhere.email })).status, 429);
  await Promise.all([good.api.close(), bad.api.close()]);
});

test('what a client writes into X-Forwarded-For before the proxy does not count', async (t) => {
  const http = await serve();
  for (let n = 0; n < 30; n++)
    await createTestBrowser(http, from(`10.9.8.${n}, 192.0.2.200`)).send('POST', '/session', {
      email: `forged-${n}@example.com`,
      password: 'the same old words',
    });
  t.is(http.evaluated.length, 10);
  await http.api.close();
});

test('reset mails are limited per account, alike for unknown ones', async (t) => {
  const http = await serve();
  const { email } = await createTestUser(db());
  for (const address of [email, 'nobody-at-all@example.com']) {
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++)
      statuses.push(
        (
          await createTestBrowser(http, from('192.0.2.50')).send('POST', '/password/forgot', {
            email: address,
          })
        ).status,
      );
    t.deepEqual(statuses, [204, 204, 204, 429]);
  }
  await http.api.close();
});
