import test from 'ava';
import type { Page } from 'playwright-core';
import { createTestUser } from '../../api/testing/test-user.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { until } from '../support/until.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const PASSWORD = 'four words in a row';
const ended = '로그인이 끝났습니다.';

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('이메일').fill(email);
  await page.getByLabel('비밀번호').fill(password);
  await page.getByRole('button', { name: '로그인' }).click();
}

const signedIn = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: '메뉴' }).or(page.locator('.cw-menu-button')).first().waitFor();

browserTest(test, 'a link signs in once; its token is gone from the address', async (t) => {
  const user = await createTestUser(db(), {});
  const link = await server().signInLink(user);
  const page = await open(t);
  await page.goto(link);
  await page.getByText('이 링크는 한 번만').waitFor();
  t.false(page.url().includes('#'));
  await page.getByRole('button', { name: '로그인' }).click();
  await signedIn(page);
  t.true(await page.getByText('아직 비밀번호가 없습니다.').isVisible());

  const second = await open(t);
  await second.goto(link);
  await second.getByRole('button', { name: '로그인' }).click();
  await second.getByText('이 링크는 더 이상 쓸 수 없습니다.').waitFor();
});

browserTest(
  test,
  'by password, back to where one was; a wrong one says nothing about the account',
  async (t) => {
    const { email } = await createTestUser(db(), { password: PASSWORD });
    const page = await open(t);
    await page.goto('/people?role=agent');
    await page.getByText(ended).waitFor();
    await fillIn(page, email, 'not this one at all');
    await page.getByText('이메일 또는 비밀번호가 맞지 않습니다.').waitFor();
    await fillIn(page, email, PASSWORD);
    await page.waitForURL('**/people?role=agent');
    t.pass();
  },
);

browserTest(test, 'an address of another site after the sign-in leads home instead', async (t) => {
  const { email } = await createTestUser(db(), { password: PASSWORD });
  const page = await open(t);
  await page.goto('/sign-in?back=//evil.example/x');
  await fillIn(page, email, PASSWORD);
  await page.waitForURL(`${server().origin}/live`);
  t.pass();
});

browserTest(test, 'a forgotten password is set anew by the mail in the outbox', async (t) => {
  const user = await createTestUser(db(), { password: PASSWORD });
  const page = await open(t);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '비밀번호를 잊으셨습니까?' }).click();
  // The sign-in's field of the same name stays until the page has come.
  await page.getByRole('heading', { name: '비밀번호 재설정' }).waitFor();
  await page.getByLabel('이메일').fill(user.email);
  await page.getByRole('button', { name: '링크 받기' }).click();
  await page.getByText('메일을 확인하십시오.').waitFor();

  await page.goto(await linkMailedTo(user.email));
  const next = 'another row of four words';
  await page.getByLabel('새 비밀번호').fill('short');
  await page.getByRole('button', { name: '새 비밀번호 정하기' }).click();
  await page.getByText('너무 짧거나 흔히 쓰는').waitFor();
  await page.getByLabel('새 비밀번호').fill(next);
  await page.getByRole('button', { name: '새 비밀번호 정하기' }).click();
  await page.getByText('비밀번호를 바꾸었습니다.').waitFor();
  await page.getByRole('link', { name: '로그인' }).click();
  await fillIn(page, user.email, next);
  await signedIn(page);
  t.pass();
});

/** The mail is written after the page has its answer, so that the answer's time tells nobody who has an account. */
const linkMailedTo = (to: string): Promise<string> =>
  until(async () => {
    const { rows } = await db().database.knex.raw<{ rows: { body: string }[] }>(
      'select body from outbox where to_address = ? order by created_at desc limit 1',
      [to],
    );
    return /https?:\S+#\S+/.exec(rows[0]?.body ?? '')?.[0];
  }, 'the mail holds a link');

browserTest(
  test,
  '정지 ends the session at once: the next thing one does leads to the sign-in',
  async (t) => {
    const user = await createTestUser(db(), { password: PASSWORD });
    const page = await open(t);
    await signInAs(page.context(), server().origin, db(), user);
    await page.goto('/calls');
    await signedIn(page);
    await db().repositories.users.update(systemActor('test'), user.id, { state: 'suspended' });
    // A page that does nothing notices within 15 s; this is what the person does next.
    await page.goto('/numbers');
    await page.getByText(ended).waitFor();
    await fillIn(page, user.email, PASSWORD);
    await page.getByText('이메일 또는 비밀번호가 맞지 않습니다.').waitFor();
    t.pass();
  },
);

browserTest(
  test,
  'by keyboard alone: sign in, skip to the page, search, change language, sign out',
  async (t) => {
    const { email } = await createTestUser(db(), { password: PASSWORD });
    const page = await open(t);
    const focused = (): Promise<string> => page.evaluate<string>("document.activeElement?.textContent ?? ''");
    await page.goto('/sign-in');
    await page.getByLabel('이메일').waitFor();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await signedIn(page);

    await page.keyboard.press('Tab');
    t.is(await focused(), '본문으로 건너뛰기');
    await page.keyboard.press('Enter');
    t.is(await page.evaluate<string>('document.activeElement?.id'), 'main');

    await page.keyboard.press('/');
    await page.keyboard.type('번호');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/numbers');

    await page.locator('.cw-account summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Sign out').waitFor();
    t.is(await page.evaluate<string>('document.documentElement.lang'), 'en');
    await page.keyboard.press('Escape');
    t.false(await page.getByText('Sign out').isVisible());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in**');
  },
);

for (const theme of ['light', 'dark'] as const) {
  browserTest(
    test,
    `pages before the sign-in have no finding of axe and fit every width (${theme})`,
    async (t) => {
      const page = await open(t, { theme });
      for (const path of [
        '/sign-in',
        '/sign-in?back=/calls',
        '/reset',
        '/reset#token=x',
        '/sign-in/link#x',
        '/sign-in/link',
      ]) {
        await page.goto('about:blank');
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await checkAccessible(t, page, path);
        await checkNoOverflow(t, page, path);
      }
    },
  );

  browserTest(test, `the frame has no finding of axe and fits every width (${theme})`, async (t) => {
    const page = await open(t, { theme });
    await signInAs(page.context(), server().origin, db(), await createTestUser(db()));
    await page.goto('/no/such/page');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await checkNoOverflow(t, page, 'frame');
    await page.locator('.cw-account summary').click();
    await checkAccessible(t, page, 'frame with the account open');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('1');
    await checkAccessible(t, page, 'frame with the search open');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: '메뉴 열기' }).click();
    await checkAccessible(t, page, 'frame with the drawer open');
  });
}
