import type { ScenarioDraft } from '../../contracts/scenario/document.ts';

/** Three menus, each answered with 1 or 2, then goodbye: the call that benchmarks place. */
export const benchThreeMenus: ScenarioDraft = {
  schema: 1,
  name: 'bench-three-menus',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'menu1' } },
    menu1: benchMenu('ko/bench/menu-1.wav', 'menu2'),
    menu2: benchMenu('ko/bench/menu-2.wav', 'menu3'),
    menu3: benchMenu('ko/bench/menu-3.wav', 'goodbye'),
    goodbye: { type: 'play', prompts: ['ko/bench/goodbye.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
    gaveUp: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
  },
};

/** A menu that both its keys lead out of to `target`, and three silent tries to `gaveUp`. */
export function benchMenu(path: string, target: string, gaveUp = 'gaveUp'): ScenarioDraft['blocks'][string] {
  return {
    type: 'menu',
    prompts: [path],
    noInputPrompts: ['ko/bench/again.wav'],
    wrongKeyPrompts: ['ko/bench/again.wav', path],
    keys: { '1': 'first', '2': 'second' },
    next: { first: target, second: target, noInput: gaveUp, wrongKey: gaveUp },
  };
}
