import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { benchMenu } from './three-menus.ts';

type Blocks = ScenarioDraft['blocks'];
const PARTS = 10;

/**
 * A scenario of about `blocks` blocks in ten sub-scenarios, for benchmarks. The main part asks three menus, each in a
 * sub-scenario of its own, then says goodbye; key 1 takes the short way out of a sub-scenario, key 2 a tour through all
 * of its blocks.
 */
export function makeLargeScenario(blocks: number): ScenarioDraft {
  const perPart = Math.max(8, Math.round(blocks / PARTS));
  const ids = Array.from({ length: PARTS }, (_, index) => `part${index}`);
  const subScenarios = Object.fromEntries(ids.map((id, index) => [id, sub(index, perPart)]));
  const main: Blocks = {
    pickUp: { type: 'answer', next: { done: 'call0' } },
    goodbye: { type: 'play', prompts: ['ko/bench/goodbye.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
    gaveUp: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
  };
  for (const [index, part] of ids.entries()) {
    const onwards = index === 2 ? 'goodbye' : `call${index + 1}`;
    const next = { done: index === PARTS - 1 ? 'goodbye' : onwards, more: `call${(index % 3) + 3}` };
    main[`call${index}`] = { type: 'subScenario', part, next: { ...next, gaveUp: 'gaveUp' } };
  }
  return {
    schema: 1,
    name: `bench-${blocks}-blocks`,
    language: 'ko',
    variables: { round: { type: 'number', initial: 0 }, code: { type: 'digits' } },
    entry: 'pickUp',
    blocks: main,
    subScenarios,
  };
}

function sub(index: number, size: number): { entry: string; blocks: Blocks } {
  const menu = benchMenu(`ko/bench/menu-${(index % 3) + 1}.wav`, 'count', 'gaveUp');
  const blocks: Blocks = {
    ask: menu.type === 'menu' ? { ...menu, next: { ...menu.next, second: 'tour0' } } : menu,
    count: { type: 'set', assign: [{ variable: 'round', add: 1 }], next: { done: 'check' } },
    check: {
      type: 'condition',
      when: { variable: 'round', op: 'lt', to: { literal: 100 } },
      next: { yes: 'done', no: 'more' },
    },
    done: { type: 'return', outcome: 'done' },
    more: { type: 'return', outcome: 'more' },
    gaveUp: { type: 'return', outcome: 'gaveUp' },
  };
  const tour = size - Object.keys(blocks).length;
  for (let step = 0; step < tour; step += 1) {
    blocks[`tour${step}`] = tourBlock(step, step + 1 < tour ? `tour${step + 1}` : 'done');
  }
  return { entry: 'ask', blocks };
}

function tourBlock(step: number, target: string): Blocks[string] {
  switch (step % 5) {
    case 0:
      return { type: 'play', prompts: ['ko/bench/again.wav'], next: { done: target } };
    case 1:
      return benchMenu('ko/bench/menu-2.wav', target);
    case 2:
      return collect(target);
    case 3:
      return {
        type: 'condition',
        when: {
          all: [
            { variable: 'code', op: 'ne', to: { literal: '0000' } },
            { variable: 'round', op: 'ge', to: { literal: 0 } },
          ],
        },
        next: { yes: target, no: 'gaveUp' },
      };
    default:
      return {
        type: 'say',
        prompts: [{ say: 'digits', value: { variable: 'code' } }],
        next: { done: target },
      };
  }
}

function collect(target: string): Blocks[string] {
  return {
    type: 'collect',
    prompts: ['ko/bench/menu-3.wav'],
    noInputPrompts: ['ko/bench/again.wav'],
    invalidPrompts: ['ko/bench/again.wav'],
    min: 4,
    max: 4,
    variable: 'code',
    next: { collected: target, noInput: 'gaveUp', invalid: 'gaveUp' },
  };
}
