import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { type PromptView, RecordCallView } from '../../contracts/api/prompts.ts';
import { levelAt, pcm16, sine } from '../../workers/prompt/testing/sounds.ts';
import { createAskApi } from '../support/ask-api.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { heardPrompts } from '../support/menu-call.ts';
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
