import test from 'ava';
import { TOTP } from 'otpauth';
import { createKeyFinder } from '../../api/api-keys/key-finder.ts';
import { realIdentity } from '../../api/testing/test-api.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import { startConsoleServer } from './support/console-server.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const PASSWORD = 'four words in a row';

browserTest(test, 'an API key is shown once, is one of the list afterwards, and is revoked', async (t) => {
  const keys = createKeyFinder(db().repositories.apiKeys);
  const { origin, stop } = await startConsoleServer(db(), { identify: realIdentity(db(), { keys }) });
  t.teardown(stop);
  const page = await open(t);
  await signInAs(page.context(), origin, db(), await createTestUser(db(), {}));
  await page.goto(`${origin}/api-keys`);
  await page.getByRole('button', { name: 'API 키 만들기' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('이름').fill('월간 보고서');
  await panel.getByLabel('통화 기록 내려받기').check();
  await panel.getByRole('button', { name: '만들기', exact: true }).click();
  const token = await panel.getByLabel('새 API 키').inputValue();
  await panel.getByRole('button', { name: '옮겼습니다' }).click();
  const row = page.getByRole('row', { name: /월간 보고서/ });
  await row.getByText(/통화 기록 읽기, 통화 기록 내려받기/).waitFor();
  t.false((await page.content()).includes(token), 'the token is gone with its panel');

  const asKey = (): Promise<Response> =>
    fetch(`${origin}/api/v1/calls`, { headers: { Authorization: `Bearer ${token}` } });
  t.is((await asKey()).status, 200);
  await row.getByRole('button', { name: '월간 보고서 폐기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '폐기' }).click();
  await row.getByText('폐기됨').waitFor();
  t.is((await asKey()).status, 401);
});

browserTest(
  test,
  'a second factor is enrolled by an app, asked for at the sign-in, and turned off',
  async (t) => {
    const user = await createTestUser(db(), { password: PASSWORD });
    const page = await open(t);
    await signInAs(page.context(), server().origin, db(), user);
    await page.goto('/profile');
    await page.getByRole('button', { name: '2단계 인증 켜기' }).click();
    await page.locator('.cw-qr svg').waitFor();
    const totp = new TOTP({ secret: await page.getByLabel(/이 키를 입력하십시오/).inputValue() });
    const wrong = totp.generate({ timestamp: 0 });
    await page.getByLabel('앱에 보이는 6자리 숫자').fill(wrong);
    await page.getByRole('button', { name: '확인하고 켜기' }).click();
    await page.getByText('숫자가 맞지 않습니다').waitFor();
    await page.getByLabel('앱에 보이는 6자리 숫자').fill(totp.generate());
    await page.getByRole('button', { name: '확인하고 켜기' }).click();
    await page.locator('.cw-recovery').waitFor();
    const codes = await page.locator('.cw-recovery code').allTextContents();
    t.true(codes.length >= 8);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '파일로 저장' }).click();
    t.is((await saving).suggestedFilename(), 'callwright-recovery-codes.txt');
    await page.getByRole('button', { name: '안전한 곳에 보관했습니다' }).click();
    await page.getByText('사용 중').waitFor();
    t.false((await page.content()).includes(codes[0] ?? 'none'), 'codes are shown once');

    const other = await open(t);
    await other.goto('/sign-in?back=/profile');
    await other.getByLabel('이메일').fill(user.email);
    await other.getByLabel('비밀번호').fill(PASSWORD);
    await other.getByRole('button', { name: '로그인', exact: true }).click();
    await other.getByLabel('인증 코드').fill(codes[0] ?? '');
    await other.getByRole('button', { name: '로그인', exact: true }).click();
    await other.getByRole('button', { name: '2단계 인증 끄기' }).click();
    await other.getByLabel('비밀번호', { exact: true }).fill(PASSWORD);
    await other.getByRole('button', { name: '2단계 인증 끄기' }).click();
    await other.getByText('2단계 인증을 껐습니다.').waitFor();
  },
);

browserTest(
  test,
  'a new password is measured while it is typed, and refused in words when it is weak',
  async (t) => {
    const user = await createTestUser(db(), { password: PASSWORD });
    const page = await open(t);
    await signInAs(page.context(), server().origin, db(), user);
    await page.goto('/profile');
    const next = page.getByLabel('새 비밀번호');
    await next.fill('열두자가안됨');
    await page.getByText('(지금 6자)').waitFor();
    await page.getByLabel('현재 비밀번호').fill(PASSWORD);
    await next.fill('passwordpassword');
    await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
    await page.getByText('누구나 먼저 시도해 볼 만한').waitFor();
    await next.fill('another row of four words');
    await page.getByLabel('현재 비밀번호').fill('not this one');
    await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
    await page.getByText('현재 비밀번호가 맞지 않습니다.').waitFor();
    await page.getByLabel('현재 비밀번호').fill(PASSWORD);
    await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
    await page.getByText('비밀번호를 바꾸었습니다.').waitFor();
    t.is(await next.inputValue(), '');
  },
);

browserTest(test, 'the audit log is narrowed by its address, and who did it leads to the rest', async (t) => {
  const user = await createTestUser(db(), { name: '감사 담당' });
  const page = await open(t);
  await signInAs(page.context(), server().origin, db(), user);
  for (const name of ['하나', '둘'])
    await page.request.post('/api/v1/api-keys', {
      headers: { 'X-Callwright': '1', Origin: server().origin },
      data: { name, scopes: ['calls.read'] },
    });
  await page.goto('/audit?action=api-key.');
  await page.getByRole('button', { name: '감사 담당' }).first().click();
  await page.waitForURL(`**/audit?action=api-key.&actor=${user.id}`);
  await page
    .getByRole('row', { name: /API 키 만듦/ })
    .nth(1)
    .waitFor();
  await page.getByLabel('한 일').last().selectOption('user.suspend');
  await page.getByText('조건에 맞는 기록이 없습니다').waitFor();
  await page.goBack();
  await page
    .getByRole('row', { name: /API 키 만듦/ })
    .first()
    .waitFor();
  t.pass();
});
