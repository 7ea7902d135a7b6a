import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import type { TestEngine } from './engine.ts';
import { CALLER, heardPrompts, hearsNow, isOver } from './menu-call.ts';

/** A number whose menu comes back on 1, as often as the caller likes, and says goodbye on 2. */
export const LONG_LINE = '07000000008';
export const TURN_PROMPT = 'ko/bench/menu-1.wav';

export const longScenario: ScenarioDraft = {
  schema: 1,
  name: 'test-long',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'turn' } },
    turn: {
      type: 'menu',
      prompts: [TURN_PROMPT],
      noInputPrompts: ['ko/bench/again.wav'],
      wrongKeyPrompts: ['ko/bench/again.wav'],
      keys: { '1': 'again', '2': 'enough' },
      next: { again: 'turn', enough: 'goodbye', noInput: 'gaveUp', wrongKey: 'gaveUp' },
    },
    goodbye: { type: 'play', prompts: ['ko/bench/goodbye.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
    gaveUp: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
  },
};

/** Presses 1 in each turn but the last, 2 in that; returns the call once it is over. */
export async function placeLongCall(engine: TestEngine, turns: number): Promise<CallView> {
  const phones = engine.phones();
  const { uuid } = await phones.placeCall(CALLER, LONG_LINE);
  for (let turn = 1; turn <= turns; turn += 1) {
    const asked = (call: CallView): boolean =>
      hearsNow(call, TURN_PROMPT) && heardPrompts(call).filter((one) => one === TURN_PROMPT).length >= turn;
    const call = await phones.waitFor(uuid, (view) => isOver(view) || asked(view));
    if (isOver(call)) return call;
    await phones.press(uuid, turn === turns ? '2' : '1');
  }
  return phones.waitFor(uuid, isOver);
}
