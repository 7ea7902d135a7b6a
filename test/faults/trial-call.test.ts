import test from 'ava';
import type { ScenarioView, TrialView } from '../../contracts/api/scenarios.ts';
import { DialDigits } from '../../contracts/ids.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { system } from '../../db/testing/samples.ts';
import { DEMO_NUMBERS } from '../../workers/setup/demo-numbers.ts';
import { createAskApi } from '../support/ask-api.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { CALLER, GOODBYE, heardPrompts, isOver, storedCall } from '../support/menu-call.ts';
import { until } from '../support/until.ts';

const LINE = '07000000041';
const TRIED = 'ko/main/goodbye.wav';

/** Says one thing and hangs up. */
const saying = (prompt: string): ScenarioDraft => ({
  schema: 1,
  name: 'test-trial',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'words' } },
    words: { type: 'play', prompts: [prompt], next: { done: 'end' } },
    end: { type: 'hangup' },
  },
});

const engine = useTestEngine(test, {
  numbers: [...DEMO_NUMBERS, { digits: LINE, draft: saying(GOODBYE) }],
});
const ask = createAskApi(engine);

/** A whole call, without what a slow engine says in between; `registered`: by one of our own phones, otherwise as a trunk brings it. */
async function call(number: string, registered: boolean): Promise<{ uuid: string; heard: string[] }> {
  const phones = engine().phones();
  const { uuid } = await phones.placeCall(CALLER, number, { registered });
  const heard = heardPrompts(await phones.waitFor(uuid, isOver));
  return { uuid, heard: heard.filter((prompt) => !prompt.startsWith('ko/system/')) };
}

simulatorTest(
  test,
  'a draft that is neither saved nor published is heard by our own phone, and by nobody else',
  async (t) => {
    t.timeout(90_000);
    const { numbers, trials } = engine().database.repositories;
    const id = (await numbers.detail(system, DialDigits.parse(LINE)))?.follows?.id ?? '';
    const before = await ask<ScenarioView>('GET', `/scenarios/${id}`);

    const refused = await ask<TrialView>('POST', `/scenarios/${id}/trial`, {
      document: saying('ko/main/nobody-spoke-this.wav'),
    });
    t.is(refused.number, null);
    t.true(refused.problems.some(({ severity }) => severity === 'error'));
    t.deepEqual(await trials.living(system, Date.now()), []);

    const { number } = await ask<TrialView>('POST', `/scenarios/${id}/trial`, { document: saying(TRIED) });
    if (number === null) return t.fail('refused');
    // The switch worker hears of it by NOTIFY, a few milliseconds later.
    const tried = await until(async () => {
      const made = await call(number, true);
      return made.heard.length > 0 ? made : undefined;
    }, 'the number of the trial is answered');
    t.deepEqual(tried.heard, [TRIED]);
    const { row, blocks } = await storedCall(engine(), tried.uuid);
    t.deepEqual(row.outcome, { result: 'success', reason: 'completed' });
    t.is(blocks.at(-1), 'main/end → done');

    const outside = await call(number, false);
    t.deepEqual(outside.heard, []);
    t.is((await engine().phones().getCall(outside.uuid)).cause, 'CALL_REJECTED', 'no trunk gets there');
    t.deepEqual((await call(LINE, false)).heard, [GOODBYE], 'callers hear what is published');
    t.deepEqual(await ask<ScenarioView>('GET', `/scenarios/${id}`), before);
    const { numbers: listed } = await ask<{ numbers: { digits: string }[] }>('GET', '/numbers');
    t.false(listed.some(({ digits }) => digits === number));

    await engine().database.database.knex('trials').where({ number }).update('until', new Date());
    t.true(await until(async () => (await call(number, true)).heard.length === 0, 'the trial is over'));
  },
);
