import test from 'ava';
import type { PromptView } from '../../contracts/api/prompts.ts';
import { createAskApi } from '../support/ask-api.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { recordByPhone } from '../support/record-call.ts';

const EXTENSION = '1001';
const engine = useTestEngine(test);
const ask = createAskApi(engine);

simulatorTest(
  test,
  'kill -9 of the flow worker while somebody records: one recording is kept, and nobody is rung again',
  async (t) => {
    t.timeout(120_000);
    const { prompt, ended } = await recordByPhone(engine(), ask, EXTENSION, () =>
      engine().kill('flow-worker'),
    );
    t.like(ended, { state: 'done', reason: null });
    const { prompts } = await ask<{ prompts: PromptView[] }>('GET', '/prompts');
    t.is(prompts.find(({ id }) => id === prompt)?.files.length, 1);
    t.is((await engine().phones().stats()).invites[EXTENSION], 1);
    const legs = await engine().database.database.knex('dial_attempts').select('state');
    t.deepEqual(legs, [{ state: 'ended' }]);
  },
);
