import test from 'ava';
import type { Page } from 'playwright-core';
import { MAIN_LINE, THREE_MENUS } from '../../workers/setup/demo-numbers.ts';
import { heardPrompts, hearsNow, isOver, MENUS, placeMenuCall } from '../support/menu-call.ts';
import { placePinCall, RIGHT_PIN } from '../support/pin-call.ts';
import { until } from '../support/until.ts';
import { HOSTILE_NAMES } from './calls-hostile-names.ts';
import { useCalls } from './calls-support.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';

const { engine, open, browserTest } = await useCalls(test);

const rowOf = (page: Page, lastDigits: string) => page.locator('.cw-live-row', { hasText: lastDigits });
const here = (page: Page) => page.locator('[aria-current=step]');

browserTest('a call is seen while it lives: its block, its story and its path move with it', async (t) => {
  const page = await open(t);
  await page.goto('/live');
  await page.getByText('진행 중인 통화가 없습니다').waitFor();
  const phones = engine().phones();
  const { uuid } = await phones.placeCall('07000001234', THREE_MENUS);
  await rowOf(page, '1234').waitFor();
  await rowOf(page, '1234').click();

  await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[0]));
  const first = await until(
    async () => (await here(page).textContent())?.includes('지금 이 단계') === true,
    'the story shows where the call is',
  );
  t.true(first);
  const firstBlock = await here(page).textContent();
  const pressed = performance.now();
  await phones.press(uuid, '1');
  await until(async () => (await here(page).textContent()) !== firstBlock, 'the story has moved');
  t.log(`key → story moved: ${Math.round(performance.now() - pressed)} ms`);

  await page.getByRole('tab', { name: '시나리오 흐름' }).click();
  const box = page.locator('.cw-box[data-here]');
  await box.waitFor();
  const secondBlock = await box.textContent();
  await phones.waitFor(uuid, (call) => heardPrompts(call).includes(MENUS[1]));
  const again = performance.now();
  await phones.press(uuid, '2');
  await until(
    async () => (await box.count()) === 1 && (await box.textContent()) !== secondBlock,
    'the path has moved',
  );
  t.log(`key → path moved: ${Math.round(performance.now() - again)} ms`);

  await phones.waitFor(uuid, (call) => heardPrompts(call).includes(MENUS[2]));
  await phones.press(uuid, '1');
  await phones.waitFor(uuid, isOver);
  await page.getByText('시나리오 완료').first().waitFor();
  t.is(await box.count(), 0, 'over, the call is nowhere');
  t.true((await page.locator('.cw-box[data-walked]').count()) >= 3);
  await page.keyboard.press('Escape');
  await page.getByText('진행 중인 통화가 없습니다').waitFor();
});

browserTest('a secret that was pressed is three stars, and whole numbers need a reason', async (t) => {
  const call = await placePinCall(engine(), { number: '07000987654', name: 'Sample' }, [RIGHT_PIN]);
  const page = await open(t);
  await page.goto(`/calls/${call.uuid}`);
  await page.getByText('비밀 입력 (저장하지 않음)').waitFor();
  t.false((await page.content()).includes(RIGHT_PIN));
  t.false((await page.content()).includes('07000987654'));
  await page.getByRole('button', { name: '번호 보기' }).click();
  await page.getByRole('button', { name: '번호 확인' }).click();
  await page.getByText('사유를 5자 이상').waitFor();
  await page.getByLabel('사유').fill('고객 요청으로 확인');
  await page.keyboard.press('Enter');
  await page.getByText('070-0098-7654').or(page.getByText('07000987654')).first().waitFor();
  await page.getByRole('button', { name: '다시 가리기' }).click();
  await page.getByRole('button', { name: '번호 보기' }).waitFor();
  t.false((await page.content()).includes('0098'));
});

browserTest('filters and place stay in the address, rows are walked and opened by keyboard', async (t) => {
  for (const from of ['07000005551', '07000005552', '07000005553'])
    await placeMenuCall(engine(), { from, listensMs: () => 20 });
  const page = await open(t);
  await page.goto('/calls');
  await page.getByLabel('번호 검색').fill('5552');
  const rows = page.locator('tbody tr');
  await until(async () => (await rows.count()) === 1, 'one call is left');
  await page.getByRole('button', { name: '상세 조건', exact: true }).click();
  await page.getByRole('combobox', { name: '결과' }).selectOption('success');
  await page.getByRole('radio', { name: '오늘' }).click({ force: true });
  await page.waitForURL(/range=today/);
  await page.reload();
  await until(async () => (await rows.count()) === 1, 'still one call');
  t.is(await page.getByLabel('번호 검색').inputValue(), '5552');
  t.is(await page.getByRole('combobox', { name: '결과' }).inputValue(), 'success');
  t.true(await page.getByRole('radio', { name: '오늘' }).isChecked());
  const query = new URL(page.url()).searchParams;
  t.deepEqual(Object.fromEntries(query), { range: 'today', q: '5552', result: 'success' });

  await page.getByRole('button', { name: /조건 지우기/ }).click();
  await until(async () => (await rows.count()) >= 3, 'all calls');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: '통화 상세' });
  await drawer.getByRole('tab', { name: '진행 내용' }).waitFor();
  t.regex(page.url(), /call=[0-9a-f-]{36}/);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  t.notRegex(page.url(), /call=/);
  t.is(await page.evaluate(() => document.activeElement?.tagName), 'TR', 'back in the row');
});

browserTest(
  'a message that was left can be played by those who may, and is only known to others',
  async (t) => {
    const phones = engine().phones();
    const { uuid } = await phones.placeCall('07000007777', MAIN_LINE);
    await phones.waitFor(uuid, (call) => hearsNow(call, 'ko/main/menu.wav'));
    await phones.press(uuid, '3');
    await phones.waitFor(uuid, (call) =>
      call.heard.some(({ source }) => source.includes('%(') || source.includes('tone_stream')),
    );
    await phones.speak(uuid, 1_500);
    await phones.press(uuid, '#');
    await phones.waitFor(uuid, isOver);
    const page = await open(t, 'supervisor');
    await page.goto(`/calls/${uuid}`);
    await page.getByRole('group', { name: '남긴 메시지' }).waitFor();
    await until(
      () => page.evaluate(() => (document.querySelector('audio')?.duration ?? 0) > 0.5),
      'the recording is loaded',
    );
    t.is(await page.getByRole('button', { name: '번호 보기' }).count(), 0, 'a supervisor may not unmask');
    t.is(await page.getByRole('tab', { name: '기술 정보' }).count(), 0);

    const other = await open(t, 'operator');
    await other.goto(`/calls/${uuid}`);
    await other.getByText('녹음을 들을 권한이 없습니다.').waitFor();
    t.is(await other.locator('audio').count(), 0);
  },
);

browserTest('S22: thirty hostile caller names run nothing, live, in the list and in detail', async (t) => {
  const phones = engine().phones();
  const placed = await Promise.all(
    HOSTILE_NAMES.map((callerName, index) =>
      phones.placeCall(`0700000${String(2_000 + index)}`, THREE_MENUS, { callerName }),
    ),
  );
  const page = await open(t);
  await page.goto('/live');
  await page.getByText(`통화 ${HOSTILE_NAMES.length}건`).waitFor();
  for (const { uuid } of placed) await phones.hangUp(uuid);
  for (const { uuid } of placed) await phones.waitFor(uuid, isOver);
  await page.getByText('진행 중인 통화가 없습니다').waitFor();
  await page.goto('/calls?range=today&size=50');
  await page.locator('tbody tr').nth(29).waitFor();
  const [one] = placed;
  for (const tab of ['시나리오 흐름', '기술 정보']) {
    await page.goto(`/calls/${one?.uuid ?? ''}`);
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel').waitFor();
  }
  for (const name of HOSTILE_NAMES.slice(0, 4)) {
    const text = encodeURIComponent(name);
    await page.goto(`/calls?q=${text}&caller=${text}&scenario=${text}`);
    await page.getByText('찾는 번호를 알 수 없습니다').waitFor();
  }
  t.is(await page.evaluate(() => (window as unknown as { hostile?: number }).hostile), undefined);
});

for (const theme of ['light', 'dark'] as const) {
  browserTest(`no finding of axe, and every width fits (${theme})`, async (t) => {
    const phones = engine().phones();
    const done = await placeMenuCall(engine(), { from: '07000003333', listensMs: () => 20 });
    const { uuid } = await phones.placeCall('07000004444', THREE_MENUS);
    const page = await open(t, 'company-admin', { theme });
    await page.goto('/live');
    await rowOf(page, '4444').waitFor();
    await checkAccessible(t, page, 'live');
    await checkNoOverflow(t, page, 'live');
    await rowOf(page, '4444').click();
    await here(page).waitFor();
    await checkAccessible(t, page, 'live with drawer');
    await checkNoOverflow(t, page, 'live with drawer');
    await page.goto('/calls');
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('button', { name: '상세 조건', exact: true }).click();
    await checkAccessible(t, page, 'calls');
    await checkNoOverflow(t, page, 'calls');
    await page.goto('/calls?called=0700000000000');
    await page.getByText('조건에 맞는 통화가 없습니다').waitFor();
    await checkAccessible(t, page, 'no calls');
    await page.goto(`/calls/${done.uuid}`);
    await page.getByText('시나리오 완료').first().waitFor();
    await checkAccessible(t, page, 'call');
    await checkNoOverflow(t, page, 'call');
    await page.getByRole('tab', { name: '시나리오 흐름' }).click();
    await page.locator('.cw-box[data-walked]').first().waitFor();
    await page.getByText('단계 목록').click();
    await checkAccessible(t, page, 'graph');
    await checkNoOverflow(t, page, 'graph');
    await page.getByRole('tab', { name: '기술 정보' }).click();
    await page.locator('.cw-technical li').first().waitFor();
    await checkAccessible(t, page, 'technical');
    await checkNoOverflow(t, page, 'technical');
    await phones.hangUp(uuid);
    await phones.waitFor(uuid, isOver);
  });
}
