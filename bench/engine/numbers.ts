import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { BENCH_THREE_MENUS } from '../../ivr-scenarios/catalog/index.ts';
import { makeLargeScenario } from '../../ivr-scenarios/testing/large-scenario.ts';
import { benchMenu } from '../../ivr-scenarios/testing/three-menus.ts';
import type { DemoNumber } from '../../workers/setup/publish-demo.ts';

/** What is dialled, and with which keys. 070-0000 is a range that no carrier gives out. */
export type Line = { readonly number: string; readonly keys: string };

/** The call of the budgets: three menus, then goodbye. */
export const THREE_MENUS: Line = { number: '07000000003', keys: '121' };
/** The same call through a scenario of 300 blocks. Key 1 is the way of three menus; key 2 leads through all blocks. */
export const LARGE: Line = { number: '07000000004', keys: '111' };
/** Menus without an end in sight: a steady turn a second. */
export const MANY_MENUS: Line = { number: '07000000005', keys: '1'.repeat(120) };
/** Answered on the switch of the baselines only. */
export const RAW_ESL: Line = { number: '07000000011', keys: '121' };
export const RAW_ESL_METRONOME: Line = { number: '07000000012', keys: '121' };
export const NATIVE_DIALPLAN: Line = { number: '07000000013', keys: '121' };

function manyMenus(count: number): ScenarioDraft {
  const ids = Array.from({ length: count }, (_, index) => `menu${index}`);
  const menus = ids.map((id, index) => [
    id,
    benchMenu(`ko/bench/menu-${(index % 3) + 1}.wav`, ids[index + 1] ?? 'goodbye'),
  ]);
  return {
    schema: 1,
    name: 'bench-many-menus',
    language: 'ko',
    entry: 'pickUp',
    blocks: {
      pickUp: { type: 'answer', next: { done: 'menu0' } },
      ...Object.fromEntries(menus),
      goodbye: { type: 'play', prompts: ['ko/bench/goodbye.wav'], next: { done: 'end' } },
      end: { type: 'hangup' },
      gaveUp: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
    },
  };
}

const BLOCKS = 300;

/** The numbers that the engine under measurement serves. */
export const BENCH_NUMBERS: readonly DemoNumber[] = [
  { digits: THREE_MENUS.number, draft: BENCH_THREE_MENUS },
  { digits: LARGE.number, draft: makeLargeScenario(BLOCKS) },
  { digits: MANY_MENUS.number, draft: manyMenus(MANY_MENUS.keys.length) },
];
