import { setTimeout as pause } from 'node:timers/promises';
import { type PromptView, RecordCallView } from '../../contracts/api/prompts.ts';
import { pcm16, sine } from '../../workers/prompt/testing/sounds.ts';
import type { AskApi } from './ask-api.ts';
import type { TestEngine } from './engine.ts';
import { heardPrompts } from './menu-call.ts';
import { until } from './until.ts';

const SPOKEN_MS = 2_000;
const INSTRUCTION = 'ko/main/leave-message.wav';

/**
 * Has an extension record a prompt that is new: it picks up, listens, speaks for 2 s and presses #. `speaking` runs while
 * it speaks. Returns the prompt, how the recording ended, and its id.
 */
export async function recordByPhone(
  engine: TestEngine,
  ask: AskApi,
  extension: string,
  speaking: () => Promise<unknown> = async () => undefined,
): Promise<{ prompt: string; ended: RecordCallView }> {
  const phones = engine.phones();
  await phones.setPhone(extension, { kind: 'answer', afterMs: 200 }, true);
  const { id: prompt } = await ask<PromptView>('POST', '/prompts', { name: `by phone ${extension}` });
  const begun = await ask<RecordCallView>('POST', `/prompts/${prompt}/record-call`, {
    ...{ extension, language: 'ko' },
  });
  const { uuid } = await until(
    async () => (await phones.listCalls()).find((call) => heardPrompts(call).includes(INSTRUCTION)),
    'the instruction is heard',
  );
  await phones.waitFor(uuid, ({ heard }) => heard.every(({ stoppedAt }) => stoppedAt !== undefined));
  await phones.say(uuid, pcm16(sine(440, SPOKEN_MS, 8_000)));
  await Promise.all([pause(SPOKEN_MS + 300), speaking()]);
  await phones.press(uuid, '#');
  const ended = await until(async () => {
    const path = `/prompts/${prompt}/record-calls/${begun.id}`;
    const now = RecordCallView.parse(await ask('GET', path));
    return ['done', 'failed'].includes(now.state) && now;
  }, 'the recording is over');
  return { prompt, ended };
}
