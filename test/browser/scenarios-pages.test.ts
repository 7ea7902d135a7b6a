import test from 'ava';
import type { Page } from 'playwright-core';
import { MORNING, makeScenario, type Send, useDesigning } from './scenarios-support.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { browserTest } from './support/use-browser.ts';

const { server, openAs } = useDesigning(test);

const GIVEN = { at: `${MORNING}+09:00`, caller: '07012345678', called: '15880000', seed: 1, http: [] };
const CONNECTED = { outcome: { result: 'success', reason: 'connected' } };
/** Kept calls: one that passes, and one that expects what does not come. */
const TESTS = [
  { name: '상담 연결', given: { ...GIVEN, inputs: ['1', 'answers'] }, expect: CONNECTED },
  { name: '받지 않는 상담', given: { ...GIVEN, inputs: ['1', 'noAnswer', 'hangup'] }, expect: CONNECTED },
];

/** A published scenario with tests, figures in front of the api that has seen no calls. */
async function stage(page: Page, send: Send, name: string): Promise<string> {
  const id = await makeScenario(send, name);
  await send('POST', `/scenarios/${id}/publish`, { revision: 1, note: '처음 게시' });
  for (const test of TESTS) await send('POST', `/scenarios/${id}/tests`, test);
  const block = {
    place: 'main/menu',
    entered: 1_234,
    dropped: 56,
    medianMs: 4_321,
    outcomes: { agent: 900 },
  };
  await page.route('**/figures?*', (route) => route.fulfill({ json: { calls: 1_300, blocks: [block] } }));
  await page.route('**/occupancy', (route) =>
    route.fulfill({ json: { calls: 2, blocks: [{ place: 'main/menu', calls: 2 }] } }),
  );
  return id;
}

const TABS = ['simulate', 'tests', 'versions', 'live', 'uses'] as const;

for (const theme of ['light', 'dark'] as const)
  browserTest(test, `pages of scenarios have no finding of axe and fit every width (${theme})`, async (t) => {
    const { page, send } = await openAs(t, 'company-admin', { theme });
    const id = await stage(page, send, `화면 시험 ${theme}`);
    const paths = ['/scenarios', '/http-hosts', ...TABS.map((tab) => `/scenarios/${id}?tab=${tab}`)];
    for (const path of paths) {
      await page.goto(`${server().origin}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.cw-loading').first().waitFor({ state: 'detached' });
      await checkAccessible(t, page, path);
      await checkNoOverflow(t, page, path);
    }
    for (const [path, button] of [
      ['/scenarios', '새 시나리오'],
      ['/http-hosts', '외부 시스템 추가'],
      [`/scenarios/${id}?tab=uses`, '게시'],
    ] as const) {
      await page.goto(`${server().origin}${path}`);
      await page.getByRole('button', { name: button, exact: true }).first().click();
      await page.getByRole('dialog').waitFor();
      await checkAccessible(t, page, `${path} with its panel`);
      await checkNoOverflow(t, page, `${path} with its panel`);
    }
  });

browserTest(test, 'a kept call is renamed, recorded anew, opened again and deleted', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await stage(page, send, '테스트 고치기');
  await page.goto(`${server().origin}/scenarios/${id}?tab=tests`);
  await page.getByText('2개 중 1개 통과').waitFor();
  const failed = page.getByRole('row', { name: /받지 않는 상담/ });
  await failed.getByText('기대한 것').waitFor();
  await failed.getByRole('button', { name: '다시 기록' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '다시 기록' }).click();
  await page.getByText('2개 중 2개 통과').waitFor();
  await failed.getByRole('button', { name: '이름 바꾸기' }).click();
  await page.getByRole('dialog').getByLabel('이름').fill('부재');
  await page.getByRole('dialog').getByRole('button', { name: '저장' }).click();
  const renamed = page.getByRole('row', { name: /부재/ });
  await renamed.getByRole('link', { name: '시험에서 열기' }).click();
  await page.getByText('“부재” 테스트의 조건으로 시작했습니다.').waitFor();
  t.is(await page.getByLabel('전화가 온 시각').inputValue(), MORNING.slice(0, 16));
  await page.goto(`${server().origin}/scenarios/${id}?tab=tests`);
  await renamed.getByRole('button', { name: '삭제' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  await page.getByText('1개 중 1개 통과').waitFor();
});

browserTest(test, 'by keyboard alone a call is tried to its end', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await makeScenario(send, '키보드로 시험');
  await page.goto(`${server().origin}/scenarios/${id}?tab=simulate`);
  await page.getByLabel('전화가 온 시각').fill(MORNING);
  await page.getByLabel('누를 숫자').focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  const answers = page.getByRole('button', { name: '받음', exact: true });
  await answers.waitFor();
  // What is asked next has the focus: the field that was typed in is gone.
  await page.waitForFunction(() => document.activeElement?.textContent === '받음');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: '통화 내용' }).getByText('상담 연결됨').waitFor();
  t.pass();
});

browserTest(test, 'a host is added from a pasted address and taken away', async (t) => {
  const { page } = await openAs(t, 'company-admin');
  await page.goto(`${server().origin}/http-hosts`);
  await page.getByRole('button', { name: '외부 시스템 추가' }).click();
  await page.getByLabel('주소').fill('https://10.0.0.1/');
  await page.getByRole('button', { name: '추가', exact: true }).click();
  await page.getByText('IP 주소나 내부 이름은 쓸 수 없습니다').waitFor();
  await page.getByLabel('주소').fill('https://crm.example.kr/v1/orders');
  await page.getByLabel('인증 토큰 (선택)').fill('secret-token-1');
  await page.getByRole('button', { name: '추가', exact: true }).click();
  await page.getByRole('cell', { name: 'crm.example.kr', exact: true }).waitFor();
  t.is(await page.getByText('secret-token-1').count(), 0);
  await page.getByRole('button', { name: 'crm.example.kr 삭제' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  await page.getByText('아직 외부 시스템이 없습니다').waitFor();
});
