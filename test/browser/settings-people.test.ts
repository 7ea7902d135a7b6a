import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { createTestUser } from '../../api/testing/test-user.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { TenantId } from '../../contracts/ids.ts';
import type { Tenant } from '../../db/repositories/tenants.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const PASSWORD = 'four words in a row';

async function openSignedIn(
  t: ExecutionContext,
  wanted: Parameters<typeof createTestUser>[1],
): Promise<Page> {
  const page = await open(t);
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), wanted));
  return page;
}

browserTest(
  test,
  'who is invited accepts by the mail in the outbox, and has no menu beyond the role',
  async (t) => {
    const page = await openSignedIn(t, {});
    await page.goto('/people');
    await page.getByRole('button', { name: '사용자 초대' }).click();
    await page.getByRole('textbox', { name: '이름' }).fill('상담원');
    await page.getByRole('textbox', { name: '이메일' }).fill('jihoon@example.com');
    await page.getByRole('combobox', { name: '역할' }).selectOption('operator');
    await page.getByRole('button', { name: '초대 메일 보내기' }).click();
    await page.getByRole('link', { name: '메일함 보기' }).click();
    await page.getByText('메일을 보내지 않고').waitFor();
    await page.getByRole('cell', { name: 'jihoon@example.com' }).click();
    const link = await page.getByLabel('메일 속 링크').inputValue();

    const guest = await open(t);
    await guest.goto(link);
    await guest.getByText('초대했습니다.').waitFor();
    await guest.getByLabel('새 비밀번호').fill(PASSWORD);
    const accepted = guest.waitForResponse((response) => response.url().endsWith('/invitations/accept'));
    await guest.getByRole('button', { name: '시작하기' }).click();
    t.true((await accepted).ok());
    // Accepting signs in: no password is asked for again.
    const menu = guest.getByRole('navigation', { name: '메뉴' });
    await menu.getByRole('link', { name: '회선' }).waitFor();
    for (const absent of ['사용자', 'API 키', '감사 기록', '메일함', '고객 회사'])
      t.is(await menu.getByRole('link', { name: absent }).count(), 0, absent);
    await guest.goto('/people');
    await guest.getByText(/없는 화면입니다|볼 권한이 없습니다/).waitFor();
    await guest.goto('/trunks');
    await guest.getByRole('heading', { name: '회선' }).waitFor();
    t.is(await guest.getByRole('button', { name: '시험 통화 걸기' }).count(), 0);
  },
);

browserTest(test, '정지 by an administrator ends the open session of that person at once', async (t) => {
  const victim = await createTestUser(db(), { name: '보조자', role: 'agent' });
  const theirs = await open(t);
  await signInAs(theirs.context(), server().origin, db(), victim);
  await theirs.goto('/profile');
  await theirs.getByRole('heading', { name: '내 정보' }).waitFor();

  const page = await openSignedIn(t, {});
  await page.goto(`/people?person=${victim.id}`);
  await page.getByRole('button', { name: '정지', exact: true }).click();
  const asked = page.getByRole('dialog', { name: '보조자 님을 정지하시겠습니까?' });
  await asked.getByText('바로 로그아웃됩니다').waitFor();
  await asked.getByRole('button', { name: '정지' }).click();
  await page.getByText('열려 있던 로그인은 모두 끝났습니다').waitFor();

  const answer = await theirs.request.get('/api/v1/session');
  t.is(answer.status(), 401);
  await theirs.reload();
  await theirs.getByText('로그인이 끝났습니다.').waitFor();
  await page.getByRole('button', { name: '정지 해제' }).click();
  await page.getByText('정지를 풀었습니다.').waitFor();
});

browserTest(test, 'nobody is offered to suspend himself, and a company keeps an administrator', async (t) => {
  const page = await open(t);
  const { id: tenant } = await newTenant();
  const admin = await createTestUser(db(), { name: '한 사람', tenant });
  await signInAs(page.context(), server().origin, db(), admin);
  await page.goto(`/people?person=${admin.id}`);
  await page.getByRole('heading', { name: '한 사람' }).waitFor();
  t.is(await page.getByRole('button', { name: '정지', exact: true }).count(), 0);
  await page.getByRole('combobox', { name: '역할' }).selectOption('agent');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByText('관리자가 한 명 이상 있어야 합니다').waitFor();
});

async function newTenant(): Promise<Tenant> {
  const tenant = { id: TenantId.parse(crypto.randomUUID()), name: '한빛상사' };
  await db().repositories.tenants.create(systemActor('test'), tenant);
  return tenant;
}

browserTest(test, 'the list is walked and opened by keyboard, and Esc closes what was opened', async (t) => {
  await createTestUser(db(), { name: '가나다' });
  const page = await openSignedIn(t, {});
  await page.goto('/people');
  await page.getByRole('cell', { name: '가나다' }).waitFor();
  await page.locator('tbody tr').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  t.regex(page.url(), /person=/);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.waitForURL('**/people');
});
