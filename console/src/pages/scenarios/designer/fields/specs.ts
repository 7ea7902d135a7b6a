import type { BlockType } from '../../../../../../contracts/scenario/block.ts';

/** Fields of one type of blocks, in the order in which they are filled in. `own` names an editor of its own. */
export type Spec =
  | { readonly kind: 'prompts' | 'music' | 'variable'; readonly field: string }
  | { readonly kind: 'text'; readonly field: string; readonly long?: boolean; readonly optional?: boolean }
  | {
      readonly kind: 'number';
      readonly field: string;
      readonly min: number;
      readonly max: number;
      readonly fallback: number;
      /** Shown in seconds or minutes, kept in ms. */
      readonly unit?: 'seconds' | 'minutes';
    }
  | { readonly kind: 'check'; readonly field: string; readonly fallback: boolean }
  | {
      readonly kind: 'choice';
      readonly field: string;
      readonly options: readonly string[];
      readonly fallback: string;
    }
  | { readonly kind: 'own'; readonly editor: OwnEditor };

export type OwnEditor =
  | 'menuKeys'
  | 'limits'
  | 'cancelKey'
  | 'readBack'
  | 'condition'
  | 'cases'
  | 'shares'
  | 'ways'
  | 'assign'
  | 'tags'
  | 'logValues'
  | 'calendar'
  | 'until'
  | 'recipient'
  | 'messageText'
  | 'textValues'
  | 'body'
  | 'take'
  | 'target'
  | 'mode'
  | 'callerId'
  | 'scenario'
  | 'part'
  | 'outcome';

const number = (field: string, min: number, max: number, fallback: number): Spec => ({
  kind: 'number',
  field,
  min,
  max,
  fallback,
});
const seconds = (field: string, min: number, max: number, fallback: number): Spec => ({
  kind: 'number',
  field,
  min,
  max,
  fallback,
  unit: 'seconds',
});
const own = (editor: OwnEditor): Spec => ({ kind: 'own', editor });
const prompts = (field = 'prompts'): Spec => ({ kind: 'prompts', field });
const music = (field = 'music'): Spec => ({ kind: 'music', field });
const choice = (field: string, options: readonly string[], fallback: string): Spec => ({
  kind: 'choice',
  field,
  options,
  fallback,
});
const check = (field: string, fallback: boolean): Spec => ({ kind: 'check', field, fallback });

const SPOKEN: readonly Spec[] = [prompts(), number('loops', 1, 10, 1), check('informs', false)];
const TYPING: readonly Spec[] = [
  number('tries', 1, 5, 3),
  seconds('firstDigitMs', 1, 60, 5_000),
  seconds('interDigitMs', 0.5, 30, 3_000),
];

/** What the contract's schemas let people choose; the numbers are its bounds and defaults. */
export const SPECS: Readonly<Record<BlockType, readonly Spec[]>> = {
  answer: [],
  play: SPOKEN,
  say: SPOKEN,
  language: [choice('language', ['ko', 'en'], 'ko')],
  leaveMessage: [
    prompts(),
    check('beep', true),
    seconds('maxMs', 1, 600, 120_000),
    seconds('silenceMs', 1, 30, 5_000),
    { kind: 'text', field: 'terminators', optional: true },
  ],
  recording: [choice('action', ['start', 'stop', 'pause', 'resume', 'mask', 'unmask'], 'start')],
  menu: [prompts(), own('menuKeys'), prompts('noInputPrompts'), prompts('wrongKeyPrompts'), ...TYPING],
  collect: [
    prompts(),
    { kind: 'variable', field: 'variable' },
    choice(
      'validator',
      ['any', 'digits', 'phone', 'mobile', 'date', 'time', 'businessNumber', 'corporateNumber', 'luhn'],
      'digits',
    ),
    own('limits'),
    { kind: 'text', field: 'terminators', optional: true },
    check('secret', false),
    own('cancelKey'),
    own('readBack'),
    prompts('noInputPrompts'),
    prompts('invalidPrompts'),
    ...TYPING,
  ],
  condition: [own('condition')],
  switch: [{ kind: 'variable', field: 'variable' }, own('cases')],
  loop: [number('times', 1, 50, 3)],
  split: [own('shares')],
  random: [own('ways')],
  set: [own('assign')],
  tag: [own('tags')],
  log: [{ kind: 'text', field: 'text' }, own('logValues')],
  businessHours: [own('calendar')],
  wait: [seconds('ms', 0.1, 600, 3_000), music()],
  waitUntil: [
    own('until'),
    { kind: 'number', field: 'maxMs', min: 1, max: 30, fallback: 600_000, unit: 'minutes' },
    music(),
  ],
  sendMessage: [
    own('recipient'),
    own('messageText'),
    own('textValues'),
    { kind: 'text', field: 'sender', optional: true },
  ],
  httpRequest: [
    choice('method', ['GET', 'POST'], 'GET'),
    { kind: 'text', field: 'url', long: true },
    own('body'),
    own('take'),
    seconds('timeoutMs', 0.5, 10, 5_000),
    number('retries', 0, 2, 0),
    { kind: 'number', field: 'cacheMs', min: 0, max: 1_440, fallback: 0, unit: 'minutes' },
    music('filler'),
  ],
  connect: [own('target'), seconds('ringMs', 5, 120, 25_000), music()],
  transfer: [own('mode'), own('target'), seconds('ringMs', 5, 120, 25_000), music()],
  toScenario: [own('scenario')],
  setCallerId: [own('callerId')],
  enqueue: [
    { kind: 'text', field: 'queue' },
    number('priority', 0, 9, 5),
    { kind: 'number', field: 'maxWaitMs', min: 1, max: 60, fallback: 600_000, unit: 'minutes' },
    music(),
  ],
  offerCallback: [{ kind: 'text', field: 'queue' }, prompts()],
  joinConference: [
    { kind: 'text', field: 'room' },
    choice('role', ['host', 'speaker', 'listener'], 'speaker'),
  ],
  subScenario: [own('part')],
  return: [{ kind: 'text', field: 'outcome' }],
  hangup: [own('outcome')],
};
