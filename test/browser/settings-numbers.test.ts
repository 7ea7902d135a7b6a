import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { NO_SETTINGS } from '../../api/system/settings-parts.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { digits, hashOf, system } from '../../db/testing/samples.ts';
import { startConsoleServer } from './support/console-server.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, open } = useBrowser(test);

const LINE = digits('07000000001');
const FALLBACK = 'ko/system/fallback.wav';
const CLOSED = 'ko/main/closed.wav';

const settings = {
  ...NO_SETTINGS,
  numbers: {
    hoursVerdict: () => 'open' as const,
    sentences: [
      { path: FALLBACK, words: '잠시 후 다시 걸어 주십시오.' },
      { path: CLOSED, words: '업무 시간이 아닙니다.' },
    ],
  },
};

/** The page of numbers, with one that leads to the first of two versions. */
async function openNumbers(t: ExecutionContext, role: Role): Promise<Page> {
  const { tenants, scenarioVersions, numbers } = db().repositories;
  await tenants.ensureDemoTenant(system);
  for (const letter of ['a', 'b'])
    await scenarioVersions.publish(system, {
      hash: hashOf(letter),
      tenant: DEMO_TENANT,
      name: '대표번호',
      document: {},
      parts: {},
    });
  const number = { digits: LINE, tenant: DEMO_TENANT, scenario: hashOf('a'), fallbackPrompt: FALLBACK };
  await numbers.seed(system, { ...number, enabled: true });
  const { origin, stop } = await startConsoleServer(db(), { settings });
  t.teardown(stop);
  const page = await open(t);
  await signInAs(page.context(), origin, db(), await createTestUser(db(), { role }));
  await page.goto(`${origin}/numbers`);
  await page.getByRole('cell', { name: '070-0000-0001' }).waitFor();
  return page;
}

browserTest(test, "a number's scenario and fallback are changed, from the next call on", async (t) => {
  const page = await openNumbers(t, 'company-admin');
  await page.getByRole('cell', { name: '070-0000-0001' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('지금 통화 중인 전화는 바뀌지 않습니다').waitFor();
  await panel.getByLabel('이 번호를 받을 시나리오').selectOption('대표번호 · 버전 2');
  await panel.getByLabel('비상 안내', { exact: true }).selectOption(CLOSED);
  t.regex(
    (await panel.locator('audio').getAttribute('src')) ?? '',
    /\/api\/v1\/prompts\/ko\/main\/closed\.wav$/,
  );
  await panel.getByRole('button', { name: '저장' }).click();
  await panel.getByText('저장했습니다. 다음 통화부터 적용됩니다.').waitFor();
  const now = await db().repositories.numbers.detail(system, LINE);
  t.is(now?.scenario?.hash, hashOf('b'));
  t.is(now?.fallbackPrompt, CLOSED);
  await page.keyboard.press('Escape');
  await page.getByRole('cell', { name: '대표번호 버전 2' }).waitFor();
});

browserTest(
  test,
  'a change that met another one shows how it stands instead of overwriting it',
  async (t) => {
    const page = await openNumbers(t, 'company-admin');
    await page.getByRole('cell', { name: '070-0000-0001' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('이 번호 사용').waitFor();
    const { numbers } = db().repositories;
    const seen = await numbers.detail(system, LINE);
    await numbers.change(system, LINE, { fallbackPrompt: FALLBACK, enabled: false }, seen?.updatedAt ?? 0);
    await panel.getByLabel('이 번호를 받을 시나리오').selectOption('시나리오 없음');
    await panel.getByRole('button', { name: '저장' }).click();
    await panel.getByText('다른 사람이 먼저 바꾸어').waitFor();
    t.false(await panel.getByLabel('이 번호 사용').isChecked());
    t.truthy((await numbers.detail(system, LINE))?.scenario);
    await panel.getByLabel('이 번호 사용').check();
    await panel.getByRole('button', { name: '저장' }).click();
    await panel.getByText('저장했습니다.').waitFor();
  },
);

browserTest(test, 'who may only read numbers is offered no change', async (t) => {
  const page = await openNumbers(t, 'supervisor');
  await page.getByRole('cell', { name: '070-0000-0001' }).click();
  t.is(await page.getByRole('dialog').count(), 0);
});

browserTest(test, 'a number follows what a scenario has published', async (t) => {
  const page = await openNumbers(t, 'company-admin');
  const { scenarios, numbers } = db().repositories;
  const draft = { name: '따라갈 시나리오', document: {}, layout: {} };
  const { id } = await scenarios.create(system, DEMO_TENANT, draft);
  await scenarios.publish(system, id, { hash: hashOf('c'), parts: {}, revision: 1, document: {}, note: '' });
  await page.reload();
  await page.getByRole('cell', { name: '070-0000-0001' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('이 번호를 받을 시나리오').selectOption({ label: '따라갈 시나리오' });
  await panel.getByText('시나리오를 게시하거나 되돌리면').waitFor();
  await panel.getByRole('button', { name: '저장' }).click();
  await panel.getByText('저장했습니다. 다음 통화부터 적용됩니다.').waitFor();
  t.is((await numbers.detail(system, LINE))?.scenario?.hash, hashOf('c'));
  await page.keyboard.press('Escape');
  await page.getByText('게시되는 대로').waitFor();
});
