import type { ScenarioDraft } from '../../contracts/scenario/document.ts';

/** A number with three inputs one after the other: a menu, four digits, six secret ones. */
export const THREE_INPUTS = '07000000019';
/** What leads through all of them; the last six are right. */
export const ALL_KEYS = '7' + '2468' + '135790';
const SECRET = '135790';

/** An input of exactly so many digits, asked for once. */
const input = (prompt: string, digits: number, variable: string, next: string) => ({
  type: 'collect' as const,
  prompts: [prompt],
  noInputPrompts: [prompt],
  invalidPrompts: [prompt],
  tries: 1,
  firstDigitMs: 4_000,
  interDigitMs: 2_000,
  min: digits,
  max: digits,
  variable,
  next: { collected: next, noInput: 'missed', invalid: 'missed' },
});

export const threeInputs: ScenarioDraft = {
  schema: 1,
  name: 'test-three-inputs',
  language: 'ko',
  entry: 'pickUp',
  variables: {
    code: { type: 'digits' },
    pin: { type: 'digits', secret: true },
    right: { type: 'digits', secret: true, initial: SECRET },
  },
  blocks: {
    pickUp: { type: 'answer', next: { done: 'menu' } },
    menu: {
      type: 'menu',
      prompts: ['ko/bench/menu-1.wav'],
      noInputPrompts: ['ko/bench/menu-1.wav'],
      wrongKeyPrompts: ['ko/bench/menu-1.wav'],
      keys: { '7': 'go' },
      tries: 1,
      next: { go: 'code', noInput: 'missed', wrongKey: 'missed' },
    },
    code: input('ko/bench/menu-2.wav', 4, 'code', 'pin'),
    pin: { ...input('ko/bench/menu-3.wav', 6, 'pin', 'check'), secret: true },
    check: {
      type: 'condition',
      when: { variable: 'pin', op: 'eq', to: { variable: 'right' } },
      next: { yes: 'goodbye', no: 'missed' },
    },
    goodbye: { type: 'play', prompts: ['ko/bench/goodbye.wav'], informs: true, next: { done: 'end' } },
    end: { type: 'hangup' },
    missed: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
  },
};
