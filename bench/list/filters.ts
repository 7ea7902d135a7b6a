import { ScenarioHash } from '../../contracts/ids.ts';
import type { CallConditions } from '../../db/repositories/calls-branches.ts';
import { FILLED } from './fill-calls.ts';

const DAY = 86_400_000;
const scenario = (hash: string): CallConditions => ({ scenario: ScenarioHash.parse(hash) });
const ending = (digits: string): CallConditions => ({ search: { ending: digits } });

/** What each control of the page can be set to, hard cases first of all: heavy, rare, and not there at all. */
export const CHOICES: Readonly<Record<string, readonly (readonly [string, CallConditions])[]>> = {
  number: [
    ['caller heavy', { caller: FILLED.heavyCaller }],
    ['caller rare', { caller: FILLED.rareCaller }],
    ['caller absent', { caller: '01099999999' }],
    ['called heavy', { called: FILLED.heavyCalled }],
    ['called rare', { called: FILLED.rareCalled }],
    ['caller and called', { caller: FILLED.heavyCaller, called: FILLED.heavyCalled }],
  ],
  search: [
    ['last 4 of the heavy number', ending('0000')],
    ['last 4 of many callers', ending('0123')],
    ['last 7', ending('0000123')],
    ['last 4 absent', ending('99999999')],
  ],
  period: [
    ['today', { from: FILLED.newest - DAY, to: FILLED.newest + DAY }],
    ['7 days', { from: FILLED.newest - 7 * DAY }],
    ['a month half a year ago', { from: FILLED.newest - 200 * DAY, to: FILLED.newest - 170 * DAY }],
  ],
  result: [
    ['success', { result: 'success' }],
    ['server', { result: 'server' }],
    ['indeterminate (none)', { result: 'indeterminate' }],
  ],
  state: [
    ['ended', { state: 'ended' }],
    ['active', { state: 'active' }],
  ],
  direction: [
    ['inbound', { direction: 'inbound' }],
    ['outbound', { direction: 'outbound' }],
  ],
  answered: [
    ['yes', { answered: true }],
    ['no', { answered: false }],
  ],
  scenario: [
    ['now', scenario(FILLED.scenarioNow)],
    ['before', scenario(FILLED.scenarioBefore)],
    ['elsewhere', scenario(FILLED.scenarioElsewhere)],
    ['absent', scenario('d'.repeat(64))],
  ],
};

export type Mixture = { readonly names: readonly string[]; readonly conditions: CallConditions };

/** Every single setting, then `count` mixtures of up to all controls; the same ones for the same seed. */
export function mixtures(count: number, seed: number): Mixture[] {
  const random = randomFrom(seed);
  const singles = Object.entries(CHOICES).flatMap(([control, choices]) =>
    choices.map(([name, conditions]) => ({ names: [`${control}: ${name}`], conditions })),
  );
  const mixed = Array.from({ length: count }, () => {
    const names: string[] = [];
    let conditions: CallConditions = {};
    for (const [control, choices] of Object.entries(CHOICES)) {
      const choice = choices[Math.floor(random() * choices.length * 2.5)];
      if (choice === undefined) continue;
      names.push(`${control}: ${choice[0]}`);
      conditions = { ...conditions, ...choice[1] };
    }
    return { names, conditions };
  });
  return [{ names: ['no filter'], conditions: {} }, ...singles, ...mixed];
}

/** Numerical Recipes' linear congruential generator: good enough to mix, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
