import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import type { RecordCallPort } from '../../api/prompt/record-call.ts';
import { NO_WORKSHOP, type PromptWorkshop } from '../../api/prompt/workshop.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { SpeechProvider } from '../../contracts/prompt/speech.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { nodeA, system } from '../../db/testing/samples.ts';
import { createConverter } from '../../workers/prompt/convert/converter.ts';
import { pcm16, sine, wavOf } from '../../workers/prompt/testing/sounds.ts';
import { createWorkshop } from '../../workers/prompt/workshop.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { closePanel } from './support/close-panel.ts';
import { type ConsoleServer, startConsoleServer } from './support/console-server.ts';
import { openPage, signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, browser } = useBrowser(test);

/** Says everything as a hum, a second long; `실패` it does not say. */
const speech: SpeechProvider = {
  name: 'polly',
  identity: 'test',
  voices: [
    { id: 'Seoyeon', name: '서연', language: 'ko' },
    { id: 'Jihye', name: '지혜', language: 'ko' },
    { id: 'Joanna', name: 'Joanna', language: 'en' },
  ],
  speak: async ({ text }) =>
    text === '실패'
      ? { ok: false, problem: 'throttled' }
      : { ok: true, pcm: pcm16(sine(300, 1_000, 16_000)), rate: 16_000 },
};

const folder = mkdtempSync(join(tmpdir(), 'callwright-prompts-'));
test.after.always(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, bytes: Buffer | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

async function openAs(
  t: ExecutionContext,
  role: Role,
  path: string,
  { voices = true, ...parts }: { voices?: boolean; recordCalls?: RecordCallPort } = {},
): Promise<Page> {
  t.timeout(120_000);
  await db().repositories.tenants.ensureDemoTenant(system);
  const convert = createConverter();
  const { promptFiles } = db().repositories;
  const workshop: PromptWorkshop = voices
    ? createWorkshop({ convert, speech, promptFiles, now: () => 1_790_000_000_000 })
    : { ...NO_WORKSHOP, take: async () => ({ ok: false, problem: 'no-audio' }) };
  const server: ConsoleServer = await startConsoleServer(db(), { workshop, ...parts });
  const { page, faults } = await openPage(browser(), server.origin);
  t.teardown(async () => {
    await page.context().close();
    await server.stop();
    if (faults.length > 0) throw new Error(`faults in the page:\n${faults.join('\n')}`);
  });
  await signInAs(page.context(), server.origin, db(), await createTestUser(db(), { role }));
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const panelOf = (page: Page) => page.getByRole('dialog').first();
const picture = async (page: Page, name: string): Promise<void> => {
  const to = process.env.CALLWRIGHT_PICTURES;
  if (to !== undefined) await page.screenshot({ path: join(to, `prompts-${name}.png`), fullPage: true });
};

browserTest(test, 'a prompt is made of words in two languages, heard, and found again', async (t) => {
  const page = await openAs(t, 'company-admin', '/prompts');
  await page.getByText('아직 안내 음성이 없습니다').waitFor();
  await picture(page, 'empty');
  await page.getByRole('button', { name: '안내 음성 만들기' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('이름', { exact: true }).fill('대표번호 인사말');
  await panel.getByRole('button', { name: '저장' }).click();
  const korean = panel.getByRole('region', { name: '한국어' });
  await korean.getByLabel('문구 (한국어)').fill('안녕하세요. 콜라이트입니다.');
  await korean.getByLabel('목소리').selectOption('Jihye');
  await korean.getByRole('button', { name: '음성 만들기' }).click();
  await korean.getByText('음성을 만들었습니다. 들어 보십시오.').waitFor();
  await korean.getByText('Jihye').waitFor();
  const player = korean.getByRole('group', { name: '대표번호 인사말 (한국어)' });
  await player.getByRole('button', { name: '재생' }).click();
  await player.getByText('0:01 / 0:01').waitFor();
  const english = panel.getByRole('region', { name: '영어' });
  await english.getByLabel('문구 (영어)').fill('Welcome to Callwright.');
  await english.getByRole('button', { name: '음성 만들기' }).click();
  await english.getByText('음성을 만들었습니다. 들어 보십시오.').waitFor();
  await picture(page, 'panel');
  await closePanel(page);
  await page.getByLabel('이름이나 문구 찾기').fill('콜라이트');
  const row = page.getByRole('row', { name: /대표번호 인사말/ });
  await row.getByRole('button', { name: '대표번호 인사말 (영어) 재생' }).waitFor();
  await page.getByLabel('이름이나 문구 찾기').fill('없는 말');
  await page.getByText('찾는 안내 음성이 없습니다').waitFor();
  const [prompt] = await db().repositories.prompts.list(system);
  t.deepEqual(
    prompt?.files.map(({ language, voice }) => [language, voice]),
    [
      ['ko', 'Jihye'],
      ['en', 'Joanna'],
    ],
  );
});

browserTest(test, 'a file is uploaded and converted; what is none is refused in words', async (t) => {
  const made = { tenant: DEMO_TENANT, name: '영업시간 안내', kind: 'speech' } as const;
  await db().repositories.tenants.ensureDemoTenant(system);
  const { id } = await db().repositories.prompts.create(system, made);
  const page = await openAs(t, 'company-admin', `/prompts?prompt=${id}`);
  const korean = panelOf(page).getByRole('region', { name: '한국어' });
  const upload = korean.getByLabel('파일 올리기');
  await upload.setInputFiles(fileOf('hello.wav', '<!doctype html>not a sound'));
  await korean.getByText('소리 파일이 아닙니다. WAV, MP3, OGG 파일을 올리십시오.').waitFor();
  await upload.setInputFiles(fileOf('cut.wav', wavOf(sine(440, 500, 16_000), 16_000).subarray(0, 9_000)));
  await korean.getByText('파일이 깨졌거나 끝까지 저장되지 않았습니다.').waitFor();
  await upload.setInputFiles(fileOf('low.wav', wavOf(sine(440, 2_000, 44_100, 0.02), 44_100)));
  await korean.getByText('소리를 넣었습니다. 들어 보십시오.').waitFor();
  await korean.getByText('소리가 매우 작습니다.').waitFor();
  await korean.getByText('올린 파일').waitFor();
  await picture(page, 'uploaded');
  await korean.getByLabel('문구 (한국어)').fill('아홉 시부터 여섯 시까지입니다');
  await korean.getByRole('button', { name: '문구 저장' }).click();
  await korean.getByText('저장했습니다.').waitFor();
  const row = await db().repositories.prompts.read(system, id);
  t.like(row?.files[0], { ms: 2_000, source: 'upload', text: '아홉 시부터 여섯 시까지입니다' });
});

browserTest(test, 'a recording is heard before it is used', async (t) => {
  await db().repositories.tenants.ensureDemoTenant(system);
  const { id } = await db().repositories.prompts.create(system, {
    tenant: DEMO_TENANT,
    name: '녹음할 말',
    kind: 'speech',
  });
  const page = await openAs(t, 'company-admin', `/prompts?prompt=${id}`);
  const korean = panelOf(page).getByRole('region', { name: '한국어' });
  await korean.getByRole('button', { name: '녹음', exact: true }).click();
  await korean.getByText('녹음 중 0:01').waitFor();
  await korean.getByRole('button', { name: '녹음 끝내기' }).click();
  await korean.getByRole('group', { name: '녹음한 소리' }).waitFor();
  await korean.getByRole('button', { name: '이 녹음 쓰기' }).click();
  await korean.getByText('소리를 넣었습니다. 들어 보십시오.').waitFor();
  const row = await db().repositories.prompts.read(system, id);
  t.is(row?.files[0]?.source, 'microphone');
  t.true((row?.files[0]?.ms ?? 0) >= 900);
});

browserTest(test, 'a prompt in use says where, and goes when it is used no more', async (t) => {
  await db().repositories.tenants.ensureDemoTenant(system);
  const { id } = await db().repositories.prompts.create(system, {
    tenant: DEMO_TENANT,
    name: '연결 안내',
    kind: 'speech',
  });
  const document = { blocks: { hello: { type: 'play', prompts: [{ prompt: id }] } }, subScenarios: {} };
  const draft = {
    id: crypto.randomUUID(),
    tenant: DEMO_TENANT,
    name: '대표번호',
    document: JSON.stringify(document),
  };
  await db().database.knex('scenarios').insert(draft);
  const page = await openAs(t, 'company-admin', `/prompts?prompt=${id}`);
  const uses = panelOf(page).getByRole('region', { name: '쓰는 곳' });
  await uses.getByRole('link', { name: '대표번호' }).waitFor();
  await uses.getByText('main/hello').waitFor();
  await picture(page, 'used');
  t.is(await uses.getByRole('button', { name: '삭제' }).count(), 0);
  await db().database.knex('scenarios').where('id', draft.id).del();
  await page.reload();
  await uses.getByRole('button', { name: '삭제' }).click();
  await page
    .getByRole('dialog', { name: '“연결 안내”을(를) 삭제하시겠습니까?' })
    .getByRole('button', { name: '삭제' })
    .click();
  await panelOf(page).waitFor({ state: 'hidden' });
  t.is(await db().repositories.prompts.read(system, id), undefined);
});

browserTest(test, 'without a voice it is said what to do; a failure of speech passes', async (t) => {
  await db().repositories.tenants.ensureDemoTenant(system);
  const { id } = await db().repositories.prompts.create(system, {
    tenant: DEMO_TENANT,
    name: '목소리 없음',
    kind: 'speech',
  });
  const bare = await openAs(t, 'company-admin', `/prompts?prompt=${id}`, { voices: false });
  await panelOf(bare).getByText('음성 합성이 설정되지 않았습니다.').first().waitFor();
  await picture(bare, 'no-voice');
  const page = await openAs(t, 'company-admin', `/prompts?prompt=${id}`);
  const korean = panelOf(page).getByRole('region', { name: '한국어' });
  await korean.getByLabel('문구 (한국어)').fill('실패');
  await korean.getByRole('button', { name: '음성 만들기' }).click();
  await korean.getByText('음성 합성 요청이 많습니다.').waitFor();
  t.deepEqual((await db().repositories.prompts.read(system, id))?.files, []);
});

browserTest(test, 'an extension is called to record, and what becomes of it is seen', async (t) => {
  const { prompts, promptRecordCalls } = db().repositories;
  await db().repositories.tenants.ensureDemoTenant(system);
  const { id } = await prompts.create(system, { tenant: DEMO_TENANT, name: '전화로', kind: 'speech' });
  const begun: string[] = [];
  const page = await openAs(t, 'company-admin', `/prompts?prompt=${id}`, {
    recordCalls: {
      nodes: [nodeA],
      anyExtension: true,
      start: async ({ id: call, extension }) => void begun.push(call, extension),
    },
  });
  const korean = panelOf(page).getByRole('region', { name: '한국어' });
  await korean.getByRole('button', { name: '전화로 녹음' }).click();
  await korean.getByLabel('녹음할 내선').fill('1001');
  await korean.getByRole('button', { name: '전화 걸기' }).click();
  await korean.getByText('전화를 거는 중입니다. 받아 주십시오.').waitFor();
  const [call = '', extension] = begun;
  t.is(extension, '1001');
  await promptRecordCalls.note(system, call, 'recording');
  await korean.getByText('통화 중입니다. 삐 소리 뒤에').waitFor();
  await picture(page, 'by-phone');
  const sound = { wav: wavOf(sine(440, 1_000, 16_000), 16_000), ms: 1_000, rate: 16_000 };
  await promptRecordCalls.store(system, call, sound);
  await promptRecordCalls.store(system, call, sound);
  await korean.getByText('전화로 녹음한 소리를 넣었습니다.').waitFor();
  await korean.getByText('전화 녹음', { exact: true }).waitFor();
  t.is((await db().database.knex('prompt_files').where('prompt', id)).length, 1, 'stored once');
});

browserTest(test, 'hold music has one sound, whatever the language', async (t) => {
  const { prompts, promptFiles } = db().repositories;
  await db().repositories.tenants.ensureDemoTenant(system);
  const { id } = await prompts.create(system, { tenant: DEMO_TENANT, name: '대기 음악', kind: 'music' });
  const sound = { wav: wavOf(sine(440, 1_000, 16_000), 16_000), ms: 1_000, rate: 16_000 };
  const file = { tenant: DEMO_TENANT, prompt: id, language: 'ko', sound, text: '' } as const;
  await promptFiles.add(system, { ...file, source: 'upload', voice: null });
  const page = await openAs(t, 'company-admin', `/prompts?prompt=${id}`);
  await panelOf(page).getByRole('group', { name: '대기 음악 (소리)' }).waitFor();
  t.is(await panelOf(page).getByRole('region', { name: '영어' }).count(), 0);
  t.is(await panelOf(page).getByRole('button', { name: '음성 만들기' }).count(), 0);
});

browserTest(test, 'the page fits every width, in both themes, and axe finds nothing', async (t) => {
  const page = await openAs(t, 'company-admin', '/prompts');
  await page.getByRole('row', { name: /대표번호 인사말/ }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await checkAccessible(t, page, `list, ${colorScheme}`);
  }
  await checkNoOverflow(t, page, 'list');
  await picture(page, 'list-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await picture(page, 'list');
  // In the middle of the row is a button that plays.
  await page
    .getByRole('row', { name: /대표번호 인사말/ })
    .getByText('대표번호 인사말')
    .click();
  await panelOf(page).getByRole('region', { name: '영어' }).waitFor();
  await checkAccessible(t, page, 'panel');
  await checkNoOverflow(t, page, 'panel');
  await page.setViewportSize({ width: 360, height: 800 });
  await picture(page, 'panel-phone');
});
