import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { CalendarRow } from '../../db/repositories/calendar-row.ts';
import { digits, system } from '../../db/testing/samples.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { type Look, signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const DAY = { work: { from: '10:00', to: '17:00' } };
const SETTINGS = CalendarSettings.parse({
  enabled: true,
  weekly: { sun: 'holiday', mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: 'holiday' },
  subscribed: true,
});

async function openAs(t: ExecutionContext, role: Role, path: string, look: Look = {}): Promise<Page> {
  await db().repositories.tenants.ensureDemoTenant(system);
  const page = await open(t, look);
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), { role }));
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function calendar(name: string, settings: object = {}): Promise<CalendarRow> {
  const { calendars, tenants } = db().repositories;
  const tenant = await tenants.ensureDemoTenant(system);
  const owner = { kind: 'company', ref: null } as const;
  return calendars.create(system, { tenant, owner, name, settings: { ...SETTINGS, ...settings } });
}
const stored = async (id: string): Promise<CalendarSettings> =>
  CalendarSettings.parse((await db().repositories.calendars.get(system, id))?.settings);

browserTest(test, 'T19: hours of a number are added, filled by 일괄적용, and saved by 설정', async (t) => {
  const tenant = await db().repositories.tenants.ensureDemoTenant(system);
  const line = { tenant, scenario: null, fallbackPrompt: 'ko/fallback.wav', enabled: true };
  await db().repositories.numbers.upsert(system, { ...line, digits: digits('15880000') });
  const page = await openAs(t, 'company-admin', '/calendars');
  await page.getByRole('button', { name: '영업시간 추가' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('radio', { name: '번호' }).check();
  await panel.getByRole('combobox', { name: '번호' }).selectOption('15880000');
  await panel.getByLabel('이름').fill('대표번호');
  await panel.getByRole('button', { name: '추가하고 시간 정하기' }).click();
  await page.getByLabel('모든 요일 업무 시작').fill('8');
  await page.getByLabel('모든 요일 업무 종료').fill('1730');
  await page.getByRole('button', { name: '일괄적용' }).click();
  t.is(await page.getByLabel('화요일 업무 시작').inputValue(), '08:00');
  t.is(await page.getByLabel('화요일 업무 종료').inputValue(), '17:30');
  t.is(await page.getByLabel('일요일 업무 시작').inputValue(), '');
  await page.getByLabel('수요일 휴일').check();
  t.is(await page.getByLabel('수요일 업무 시작').inputValue(), '', 'a day off has empty times (MO-60)');
  t.true(await page.getByLabel('수요일 업무 시작').isDisabled());
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByText('저장했습니다. 다음 통화부터 적용됩니다.').waitFor();
  const [row] = (await db().repositories.calendars.list(system)).filter(({ name }) => name === '대표번호');
  t.like(await stored(row?.id ?? ''), {
    weekly: {
      tue: { work: { from: '08:00', to: '17:30' }, lunch: { from: '12:00', to: '13:00' } },
      wed: 'holiday',
      sun: 'holiday',
    },
  });
  t.deepEqual(row?.numbers, ['15880000']);
});

browserTest(test, 'A19: a holiday chip goes by ×, an own day comes, and both are saved', async (t) => {
  const year = new Date().getFullYear();
  const { id } = await calendar('공휴일 시험');
  const page = await openAs(t, 'company-admin', `/calendars?calendar=${id}`);
  const christmas = page.getByRole('button', { name: `${year}-12-25 기독탄신일 빼기` });
  await christmas.click();
  await page.getByRole('button', { name: `${year}-12-25 기독탄신일 다시 넣기` }).waitFor();
  await page.getByLabel('날짜', { exact: true }).fill(`${year}-08-03`);
  await page.getByLabel('이름', { exact: true }).last().fill('여름 휴무');
  await page.getByRole('button', { name: '휴일 추가' }).click();
  await page.getByText('여름 휴무').waitFor();
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByText('저장했습니다.').waitFor();
  t.like(await stored(id), {
    removed: [`${year}-12-25`],
    added: [{ date: `${year}-08-03`, name: '여름 휴무' }],
  });
  await page.getByLabel('공휴일 자동 설정').uncheck();
  await page.getByText(`${year}년 휴일 1일`, { exact: true }).waitFor();
  await page.getByRole('button', { name: '새로고침' }).click();
  // What is saved comes back.
  await page.getByRole('checkbox', { name: '공휴일 자동 설정', checked: true }).waitFor();
});

browserTest(test, '"이 시각에는?" says what happens to the second, by what stands in the form', async (t) => {
  const { id } = await calendar('질문 시험');
  const page = await openAs(t, 'company-admin', `/calendars?calendar=${id}`);
  const box = page.getByRole('region', { name: '이 시각에는?' });
  const at = box.getByLabel('시각 (Asia/Seoul)');
  await at.fill('2026-12-24T16:59:59');
  await box.getByText('전화를 받습니다.').waitFor();
  await at.fill('2026-12-24T17:00:00');
  await box.getByText('영업 종료 안내가 나갑니다.').waitFor();
  await box.getByText('요일별 설정을 따릅니다. 목요일: 10:00–17:00.').waitFor();
  await box.getByText('다음 영업 시작: 2026-12-28 10:00:00.').waitFor();
  await at.fill('2026-12-25T12:00:00');
  await box.getByText('공휴일입니다. 2026-12-25 “기독탄신일” (공식 목록).').waitFor();
  t.is(await box.getByRole('listitem').count(), 14);
  await page.getByLabel('업무시간 설정', { exact: true }).uncheck();
  await box.getByText('업무시간 설정이 꺼져 있어').waitFor();
  await box.getByText('전화를 받습니다.').waitFor();
});

browserTest(test, 'two people save: the later one sees in what they differ, and chooses', async (t) => {
  const { id } = await calendar('둘이 고침');
  const page = await openAs(t, 'company-admin', `/calendars?calendar=${id}`);
  await page.getByLabel('월요일 업무 시작').fill('07:00');
  const theirs = { ...SETTINGS, weekly: { ...SETTINGS.weekly, sat: DAY } };
  await db().repositories.calendars.save(system, id, 1, { name: '둘이 고침', settings: theirs });
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByText('서로 다른 것: 요일별 설정.').waitFor();
  await page.getByRole('button', { name: '저장된 것 불러오기' }).click();
  t.is(await page.getByLabel('토요일 업무 시작').inputValue(), '10:00');
  await page.getByLabel('월요일 업무 시작').fill('07:00');
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByText('저장했습니다.').waitFor();
  t.like(await stored(id), { weekly: { mon: { work: { from: '07:00', to: '17:00' } }, sat: DAY } });
});

browserTest(test, 'MO-58: an agent sees his own hours only, and sets them by keyboard', async (t) => {
  const page = await openAs(t, 'agent', '/calendars');
  t.is(await page.getByRole('tab').count(), 0);
  const on = page.getByLabel('업무시간 설정', { exact: true });
  t.false(await on.isChecked());
  await on.focus();
  await page.keyboard.press('Space');
  await page.getByLabel('월요일 업무 종료').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('20');
  await page.keyboard.press('Tab');
  t.is(await page.getByLabel('월요일 업무 종료').inputValue(), '20:00');
  await page.getByRole('button', { name: '설정', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('저장했습니다.').waitFor();
  const own = (await db().repositories.calendars.list(system)).find(({ owner }) => owner.kind === 'user');
  t.like(await stored(own?.id ?? ''), { enabled: true, weekly: { mon: { work: { to: '20:00' } } } });
});

browserTest(test, 'a declared holiday is entered and taken back', async (t) => {
  const page = await openAs(t, 'company-admin', '/calendars?tab=declared');
  await page.getByLabel('날짜').fill('2029-04-11');
  await page.getByLabel('이름').fill('임시공휴일');
  await page.getByRole('button', { name: '임시공휴일 등록' }).click();
  await page.getByRole('row', { name: /2029-04-11.*임시공휴일.*우리 회사/ }).waitFor();
  await page.getByRole('button', { name: '2029-04-11 취소' }).click();
  await page.getByText('등록한 임시공휴일이 없습니다').waitFor();
  t.pass();
});

for (const theme of ['light', 'dark'] as const)
  browserTest(test, `the pages are accessible and fit each width (${theme})`, async (t) => {
    const { id } = await calendar(`모습 ${theme}`, {
      added: [{ date: `${new Date().getFullYear()}-08-03`, name: '여름 휴무' }],
      removed: [`${new Date().getFullYear()}-05-01`],
      exceptions: [{ date: `${new Date().getFullYear()}-12-31`, name: '종무식', hours: DAY }],
    });
    const language = theme === 'dark' ? 'en' : 'ko';
    const page = await openAs(t, 'company-admin', '/calendars', { theme, language });
    await page.getByRole('table').waitFor();
    await look(t, page, `list-${theme}`);
    await page.goto(`/calendars?calendar=${id}`);
    await page.locator('.cw-fortnight').waitFor();
    await look(t, page, `editor-${theme}`);
    await page.goto('/calendars?tab=declared');
    await page.getByRole('table').or(page.locator('.cw-state')).first().waitFor();
    await look(t, page, `declared-${theme}`);
  });

/** With `CALENDAR_PICTURES`, a folder, pictures are kept for people to look at. */
async function look(t: ExecutionContext, page: Page, name: string): Promise<void> {
  await checkAccessible(t, page, name);
  await checkNoOverflow(t, page, name);
  const folder = process.env['CALENDAR_PICTURES'];
  if (folder === undefined) return;
  for (const width of [360, 1_440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    for (const part of await page.locator('.cw-what, .cw-week').all())
      await part.screenshot({ path: `${folder}/${name}-${width}-${await part.getAttribute('class')}.png` });
  }
}
