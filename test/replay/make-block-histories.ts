import { CallId } from '../../contracts/ids.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, SAID, SAID_WRONG, scenarioOf } from '../../ivr-scenarios/testing/blocks.ts';
import { createAskApi } from '../support/ask-api.ts';
import { startTestEngine } from '../support/engine.ts';
import { CALLER, hearsNow, isOver, storedCall } from '../support/menu-call.ts';
import { until } from '../support/until.ts';
import { writeHistory } from './record.ts';
import { HISTORIES } from './replay.ts';

/**
 * Records a call through everything that asks our own side or another system: a request beside the loop, the hours of the
 * number, an instant, another scenario, chance, and an operator’s command. Beside those of `make-histories.ts`.
 */
const LINE = '07000000031';
const NOBODY = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';
const draft: ScenarioDraft = scenarioOf(
  {
    first: { type: 'answer', next: { done: 'ask' } },
    ask: {
      type: 'httpRequest',
      url: 'https://crm.example.kr/grade',
      next: { ok: 'hours', refused: 'hours', failed: 'hours', timeout: 'hours' },
    },
    hours: {
      type: 'businessHours',
      calendar: { of: 'number' },
      next: { open: 'wait', closed: 'wait', lunch: 'wait', holiday: 'wait' },
    },
    wait: {
      type: 'waitUntil',
      until: { opens: { of: 'number' } },
      maxMs: 1_000,
      music: { tone: 'silence' },
      next: { reached: 'over', tooLong: 'over' },
    },
    over: { type: 'toScenario', scenario: NOBODY, next: { missing: 'chance' } },
    chance: { type: 'split', shares: { a: 50, b: 50 }, next: { a: 'menu', b: 'menu' } },
    menu: {
      type: 'menu',
      prompts: [SAID],
      noInputPrompts: [SAID],
      wrongKeyPrompts: [SAID],
      keys: { '1': 'one' },
      next: { one: 'end', noInput: 'end', wrongKey: 'end' },
    },
    taken: playBlock('end', SAID_WRONG),
  },
  { name: 'test-blocks', handlers: { operatorCommand: 'taken' } },
);

const engine = await startTestEngine({ numbers: [{ digits: LINE, draft }] });
try {
  const phones = engine.phones();
  const { uuid } = await phones.placeCall(CALLER, LINE);
  await phones.waitFor(uuid, (call) => isOver(call) || hearsNow(call, SAID));
  const ask = createAskApi(() => engine);
  // An answer without content is all that it gives.
  await ask('POST', `/calls/${uuid}/command`, { command: 'handler' }).catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw error;
  });
  await phones.waitFor(uuid, isOver);
  const { blocks } = await storedCall(engine, uuid);
  const history = await until(async () => {
    const found = await engine.histories.of(CallId.parse(uuid));
    return found.events?.at(-1)?.workflowExecutionCompletedEventAttributes ? found : undefined;
  }, `the workflow of ${uuid} is closed`);
  await writeHistory(history, `${HISTORIES}blocks.json`);
  process.stdout.write(`blocks: ${history.events?.length ?? 0} events\n${blocks.join('\n')}\n`);
} finally {
  await engine.stop();
}
// The SDK's runtime would keep the process alive.
process.exit();
