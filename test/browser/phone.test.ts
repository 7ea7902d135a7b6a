import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { BrowserContext, Page } from 'playwright-core';
import { MAIN_LINE } from '../../workers/setup/demo-numbers.ts';
import { until } from '../support/until.ts';
import {
  countVoices,
  giveLinesBack,
  hears,
  openPhonePage,
  openProfile,
  playing,
  voicesPlayed,
} from './phone-support.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import type { Look } from './support/open-page.ts';
import { useConsoleEngine } from './support/use-engine.ts';

const { engine, browser, engineTest } = await useConsoleEngine(test);

type Run = (t: ExecutionContext, context: BrowserContext) => Promise<void>;

/** A test in a profile of its own; it fails on script faults too. */
function browserTest(title: string, run: Run, look?: Look): void {
  engineTest(title, async (t) => {
    const { context, faults } = await openProfile(engine(), await browser(), look);
    try {
      await run(t, context);
    } finally {
      await giveLinesBack(context);
      await context.close();
    }
    t.deepEqual(faults, []);
  });
}

const dialByKeyboard = async (page: Page): Promise<void> => {
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.type(MAIN_LINE);
  await page.keyboard.press('Enter');
};
const state = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 30_000 });

browserTest(
  'by keyboard alone: dial, hear each prompt at the switch’s position, press, hang up',
  async (t, context) => {
    const page = await openPhonePage(context);
    await dialByKeyboard(page);
    await hears(page, 'ko/main/greeting.wav');
    await hears(page, 'ko/main/menu.wav');
    const near = await until(async () => {
      const now = await playing(page);
      return now?.prompt === 'ko/main/menu.wav' && Math.abs(now.offMs) <= 150 && now;
    }, 'the menu is at most 150 ms off');
    t.is(near.prompt, 'ko/main/menu.wav');
    t.regex((await page.locator('.cw-phone-words').textContent()) ?? '', /상담 연결은 일번/);
    await page.keyboard.press('4');
    await hears(page, 'ko/main/opening-hours.wav');
    await page.keyboard.press('Escape');
    await state(page, '통화 종료');
    t.true(await page.getByRole('button', { name: `${MAIN_LINE}에 다시 걸기` }).isVisible());
  },
);

/** The loudest sample of a WAV file. */
function loudest(file: string): number {
  const sound = readFileSync(file).subarray(44);
  let most = 0;
  for (let at = 0; at + 1 < sound.length; at += 2) most = Math.max(most, Math.abs(sound.readInt16LE(at)));
  return most;
}

browserTest('what the microphone takes up is the message that is left', async (t, context) => {
  const page = await openPhonePage(context);
  await page.getByRole('button', { name: /대표번호/ }).click();
  await hears(page, 'ko/main/menu.wav');
  await page.locator('[data-key="3"]').click();
  await hears(page, 'ko/main/leave-message.wav');
  const spoken = page.waitForResponse((response) => response.url().includes('/voice') && response.ok());
  await page.getByRole('button', { name: '마이크' }).click();
  await spoken;
  await until(async () => (await playing(page)) === undefined, 'the beep');
  const folder = join(engine().home, 'recordings');
  await page.waitForTimeout(3_000);
  await page.keyboard.press('#');
  await hears(page, 'ko/main/message-saved.wav');
  const files = readdirSync(folder);
  t.is(files.length, 1);
  // Without a voice the simulator's recordings hum at 32.
  t.true(loudest(join(folder, files[0] ?? '')) > 1_000);
  await page.keyboard.press('Escape');
  await state(page, '통화 종료');
});

browserTest('two telephones: one rings, answers, hangs up; another time it refuses', async (t, context) => {
  await context.addInitScript(countVoices);
  const caller = await openPhonePage(context);
  const colleague = await openPhonePage(context, '1001');
  const askForColleague = async (): Promise<void> => {
    await caller.bringToFront();
    await dialByKeyboard(caller);
    await hears(caller, 'ko/main/menu.wav');
    await caller.keyboard.press('1');
    await colleague.bringToFront();
    await colleague.getByRole('alert').filter({ hasText: '전화가 왔습니다' }).waitFor({ timeout: 30_000 });
  };
  await askForColleague();
  await colleague.getByRole('button', { name: '받기' }).click();
  await state(colleague, '상대방과 통화 중');
  await state(caller, '상대방과 통화 중');
  await caller.getByRole('button', { name: '마이크' }).click();
  await until(async () => (await voicesPlayed(colleague)) > 3, 'the colleague hears the caller');
  t.is(await voicesPlayed(caller), 0);
  await colleague.keyboard.press('Escape');
  await hears(caller, 'ko/main/goodbye.wav');
  await state(caller, '통화 종료');

  await askForColleague();
  await colleague.getByRole('button', { name: '거절' }).click();
  t.is((await hears(caller, 'ko/main/agent-away.wav')).prompt, 'ko/main/agent-away.wav');
  await caller.bringToFront();
  await caller.keyboard.press('Escape');
  await state(caller, '통화 종료');
});

browserTest('on another page a call that comes in is shown, taken and refused', async (t, context) => {
  const caller = await openPhonePage(context);
  const colleague = await openPhonePage(context, '1001');
  const notice = colleague.getByRole('alert').filter({ hasText: '전화가 왔습니다' });
  const rings = async (): Promise<void> => {
    await colleague.getByRole('link', { name: '시스템', exact: true }).first().click();
    await colleague.waitForURL('**/system');
    await caller.bringToFront();
    await dialByKeyboard(caller);
    await hears(caller, 'ko/main/menu.wav');
    await caller.keyboard.press('1');
    await colleague.bringToFront();
    await notice.waitFor({ timeout: 30_000 });
  };
  await rings();
  t.regex((await notice.textContent()) ?? '', /070-\*{4}-\d{4}/, 'the number is masked');
  await checkAccessible(t, colleague, 'a call that rings on another page');
  await checkNoOverflow(t, colleague, 'a call that rings on another page');
  await notice.getByRole('button', { name: '받기' }).click();
  await colleague.waitForURL('**/phone');
  await state(colleague, '상대방과 통화 중');
  await colleague.keyboard.press('Escape');
  await state(caller, '통화 종료');

  await rings();
  await notice.getByRole('button', { name: '거절' }).click();
  await hears(caller, 'ko/main/agent-away.wav');
  await notice.waitFor({ state: 'detached' });
  t.true(colleague.url().endsWith('/system'));
  await caller.bringToFront();
  await caller.keyboard.press('Escape');
  await state(caller, '통화 종료');
});

for (const theme of ['light', 'dark'] as const) {
  const check: Run = async (t, context) => {
    const page = await openPhonePage(context);
    await page.getByRole('button', { name: '두 번째 전화기 열기' }).click();
    await page.getByLabel('두 번째 전화기', { exact: true }).getByText('등록됨').waitFor();
    await checkAccessible(t, page, 'two telephones');
    await checkNoOverflow(t, page, 'two telephones');
    await dialByKeyboard(page);
    await hears(page, 'ko/main/menu.wav');
    await checkAccessible(t, page, 'a call');
    await page.keyboard.press('1');
    await page.getByRole('alert').filter({ hasText: '전화가 왔습니다' }).waitFor({ timeout: 30_000 });
    await checkAccessible(t, page, 'a call that rings');
    await checkNoOverflow(t, page, 'a call that rings');
    await page.keyboard.press('Escape');
    await state(page, '통화 종료');
  };
  browserTest(`two telephones on a page, ${theme}: no finding of axe, nothing sticks out`, check, { theme });
}

browserTest('with a real switch the page says how to set a telephone up', async (t, context) => {
  const sip = {
    server: '192.0.2.10:5060',
    transport: 'UDP / TCP',
    domain: 'callwright.local',
    accounts: ['1001'],
  };
  const answer = { simulated: false, serverTime: 0, numbers: [], lines: [], sip };
  await context.route('**/api/v1/phone', (route) => route.fulfill({ json: answer }));
  const page = await context.newPage();
  await page.goto('/phone');
  await page.getByText('192.0.2.10:5060').waitFor();
  t.is(await page.locator('[data-phone]').count(), 0);
  await checkAccessible(t, page, 'settings of a telephone');
  await checkNoOverflow(t, page, 'settings of a telephone');
});
