import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import { PromptStoredView, type PromptView, RecordCallView } from '../../contracts/api/prompts.ts';
import { levelAt, pcm16, sine, wavOf } from '../../workers/prompt/testing/sounds.ts';
import { MAIN_LINE } from '../../workers/setup/demo-numbers.ts';
import { createAskApi } from '../support/ask-api.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { heardPrompts, isOver } from '../support/menu-call.ts';
import { until } from '../support/until.ts';

const promptsDir = mkdtempSync(join(tmpdir(), 'callwright-node-prompts-'));
cpSync(join(import.meta.dirname, '..', '..', 'prompts', 'ko'), join(promptsDir, 'prompts', 'ko'), {
  recursive: true,
});
test.after.always(() => rmSync(promptsDir, { recursive: true, force: true }));
const folder = join(promptsDir, 'prompts');
const engine = useTestEngine(test, {
  roleEnv: { CALLWRIGHT_PROMPTS_DIR: folder, SPEECH_PROVIDER: 'none' },
});
const ask = createAskApi(engine);
const EXTENSION = '1001';

const database = () => engine().database.database;
const make = (name: string) => ask<PromptView>('POST', '/prompts', { name });
const shown = async (id: string): Promise<PromptView | undefined> =>
  (await ask<{ prompts: PromptView[] }>('GET', '/prompts')).prompts.find((prompt) => prompt.id === id);

/** Has the extension record a prompt; returns how it ended. */
async function recordCall(id: string): Promise<RecordCallView> {
  const order = { extension: EXTENSION, language: 'ko' };
  const begun = await ask<RecordCallView>('POST', `/prompts/${id}/record-call`, order);
  return until(async () => {
    const now = RecordCallView.parse(await ask('GET', `/prompts/${id}/record-calls/${begun.id}`));
    return ['done', 'failed'].includes(now.state) && now;
  }, 'the recording is over');
}

simulatorTest(test, 'what is said to a telephone becomes the prompt, and comes to the node', async (t) => {
  t.timeout(120_000);
  const phones = engine().phones();
  await phones.setPhone(EXTENSION, { kind: 'answer', afterMs: 200 }, true);
  const { id } = await make('전화로 녹음');
  const recording = recordCall(id);
  const ringing = await until(async () => {
    const calls = await phones.listCalls();
    return calls.find((call) => heardPrompts(call).includes('ko/main/leave-message.wav'));
  }, 'the instruction is heard');
  const raised = await until(async () => {
    const now = await phones.getCall(ringing.uuid);
    const playing = now.heard.filter(({ stoppedAt }) => stoppedAt === undefined);
    return playing.length === 0 && now;
  }, 'the instruction is over');
  const SPOKEN_MS = 2_000;
  await phones.say(raised.uuid, pcm16(sine(440, SPOKEN_MS, 8_000)));
  // Speaking takes its time.
  await pause(SPOKEN_MS + 300);
  await phones.press(raised.uuid, '#');
  t.like(await recording, { state: 'done', reason: null });
  const [file] = (await shown(id))?.files ?? [];
  t.is(file?.source, 'phone');
  t.true((file?.ms ?? 0) >= 2_000);
  const path = join(folder, file?.path ?? 'none');
  await until(() => existsSync(path), 'the file is on the node');
  t.true(levelAt(440, readFileSync(path)) > 0.1, 'it is what was said');
});

simulatorTest(
  test,
  'nobody picks up, or nobody speaks: the prompt is as before, and it is said why',
  async (t) => {
    t.timeout(120_000);
    const phones = engine().phones();
    const { id } = await make('아무도 없음');
    await phones.setPhone(EXTENSION, { kind: 'busy' }, true);
    t.like(await recordCall(id), { state: 'failed', reason: 'not-answered' });
    await phones.setPhone(EXTENSION, { kind: 'answer', afterMs: 100 }, true);
    t.like(await recordCall(id), { state: 'failed', reason: 'nothing-recorded' });
    t.deepEqual((await shown(id))?.files, []);
  },
);

simulatorTest(
  test,
  'the system page knows the media worker, and a voice that is not there is said',
  async (t) => {
    const system = await until(async () => {
      const { parts } = await ask<{ parts: { part: string; state: string }[] }>('GET', '/system');
      return parts.find(({ part, state }) => part.startsWith('media-worker') && state === 'ok');
    }, 'the media worker is well');
    t.truthy(system);
    const order = { language: 'ko', text: '안녕하세요' };
    await t.throwsAsync(ask('POST', '/speech', order), { message: /422 .*no-voice/ });
  },
);

/** A company's own words, then the line goes on for a while. */
const ownLine = (prompt: string) => ({
  schema: 1,
  name: '우리 말',
  language: 'ko',
  entry: 'answer',
  blocks: {
    answer: { type: 'answer', next: { done: 'hello' } },
    hello: { type: 'play', prompts: [{ prompt }], next: { done: 'bye' } },
    bye: { type: 'hangup', outcome: { result: 'success', reason: 'completed' } },
  },
});

async function upload(id: string, hz: number, ms: number): Promise<string> {
  const { database, port } = engine();
  const headers = await sessionOf(database, await createTestUser(database, { role: 'platform-admin' }));
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/prompts/${id}/files/ko`, {
    method: 'PUT',
    headers: { ...headers, 'X-Callwright': '1' },
    body: new Uint8Array(wavOf(sine(hz, ms, 16_000), 16_000)),
  });
  const { prompt } = PromptStoredView.parse(await response.json());
  return prompt.files[0]?.path ?? '';
}

simulatorTest(test, 'a call hears its prompt to the end while that is replaced and deleted', async (t) => {
  t.timeout(150_000);
  const phones = engine().phones();
  const { id } = await make('우리 인사말');
  const first = await upload(id, 440, 6_000);
  const scenario = await ask<{ id: string; revision: number }>('POST', '/scenarios', {
    name: '우리 말',
    from: { document: ownLine(id) },
  });
  const order = { revision: scenario.revision, note: '' };
  const { published, problems } = await ask<{ published: { hash: string } | null; problems: object[] }>(
    'POST',
    `/scenarios/${scenario.id}/publish`,
    order,
  );
  t.truthy(published, JSON.stringify(problems));
  t.true(existsSync(join(folder, first)), 'on the node before it went live');
  await database().knex('numbers').where('digits', MAIN_LINE).update({ scenario_hash: published?.hash });
  const call = await until(async () => {
    const placed = await phones.placeCall('07000001234', MAIN_LINE);
    const now = await phones.waitFor(placed.uuid, (view) => view.heard.some(({ kind }) => kind === 'file'));
    if (heardPrompts(now)[0]?.endsWith(first) === true) return now;
    await phones.hangUp(placed.uuid);
    return false;
  }, 'the line has its new scenario');
  await upload(id, 880, 1_000);
  await database().knex('scenarios').where('id', scenario.id).update({ removed_at: new Date() });
  await database().knex('prompts').where({ id }).update({ removed_at: new Date() });
  const over = await phones.waitFor(call.uuid, isOver);
  const [heard] = over.heard.filter(({ kind }) => kind === 'file');
  t.true(heard?.completed, 'to its end');
});
