import type { ScenarioDraft } from '../../../contracts/scenario/document.ts';
import {
  playBlock,
  SAID,
  SAID_SILENT,
  SAID_WRONG,
  scenarioOf,
} from '../../../ivr-scenarios/testing/blocks.ts';
import type { DemoNumber } from '../../../workers/setup/publish-demo.ts';

export const WAITING = '07000000021';
export const TONES = '07000000022';
export const ENGLISH = '07000000023';
export const RECORDED = '07000000024';
export const PASSED_ON = '07000000025';
export const COLLEAGUE = { extension: '1003', password: 'a-password-of-1003' };

const answered = { type: 'answer', next: { done: 'start' } } as const;

const waiting: ScenarioDraft = scenarioOf({
  first: { type: 'answer', next: { done: 'wait' } },
  wait: { type: 'wait', ms: 8_000, music: { files: [SAID_WRONG, SAID_SILENT] }, next: { done: 'bye' } },
  bye: playBlock('end'),
});

const tones: ScenarioDraft = scenarioOf({
  first: { type: 'answer', next: { done: 'say' } },
  say: {
    type: 'play',
    prompts: [{ tone: { hz: [440, 880], onMs: 300, offMs: 100, times: 2 } }, SAID],
    next: { done: 'end' },
  },
});

const english: ScenarioDraft = scenarioOf(
  {
    first: { type: 'answer', next: { done: 'say' } },
    say: {
      type: 'say',
      prompts: [
        { say: 'number', value: { literal: 1_234 } },
        { silence: 200 },
        { say: 'time', value: { literal: '1430' } },
      ],
      next: { done: 'end' },
    },
  },
  { language: 'en' },
);

const recorded: ScenarioDraft = scenarioOf({
  first: answered,
  start: { type: 'recording', action: 'start', next: { done: 'a' } },
  a: playBlock('mask'),
  mask: { type: 'recording', action: 'mask', next: { done: 'b' } },
  b: playBlock('unmask'),
  unmask: { type: 'recording', action: 'unmask', next: { done: 'c' } },
  c: playBlock('stop'),
  stop: { type: 'recording', action: 'stop', next: { done: 'd' } },
  d: playBlock('end'),
});

const passedOn: ScenarioDraft = scenarioOf({
  first: { type: 'answer', next: { done: 'pass' } },
  pass: {
    type: 'transfer',
    mode: 'attended',
    target: { kind: 'extension', digits: COLLEAGUE.extension },
    announce: ['ko/system/accept.wav'],
    next: { busy: 'end', noAnswer: 'end', rejected: 'end', failed: 'end', declined: 'sorry' },
  },
  sorry: playBlock('end', SAID_WRONG),
});

export const scenarios: readonly DemoNumber[] = [
  { digits: WAITING, draft: named('wait', waiting) },
  { digits: TONES, draft: named('tones', tones) },
  { digits: ENGLISH, draft: named('english', english) },
  { digits: RECORDED, draft: named('recorded', recorded) },
  { digits: PASSED_ON, draft: named('passed on', passedOn) },
];

function named(name: string, draft: ScenarioDraft): ScenarioDraft {
  return { ...draft, name };
}
