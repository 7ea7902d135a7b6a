import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { labelled } from './labelled.ts';

const LABELS = {
  pickUp: '전화 받기',
  greeting: '인사말',
  enterPin: '비밀번호 입력',
  checkPin: '비밀번호 확인',
  countAttempt: '시도 횟수 세기',
  mayRetry: '다시 할 수 있는지 확인',
  wrongPin: '틀림 안내',
  result: '결과 안내',
  goodbye: '끝인사',
  end: '전화 끊기',
  refused: '거절 안내',
  refusedEnd: '거절로 끊기',
  silent: '입력 없음 안내',
  silentEnd: '입력 없이 끊기',
};

/**
 * The shipped secure PIN line: a PIN of six digits that never shows in records, three attempts, then the last result.
 * PIN and result are variables with sample values; a customer's own version gets them from where he keeps them.
 */
export const pinLine: ScenarioDraft = {
  schema: 1,
  name: '본인 확인',
  language: 'ko',
  variables: {
    pin: { type: 'digits', secret: true },
    expectedPin: { type: 'digits', secret: true, initial: '246810' },
    attemptsLeft: { type: 'number', initial: 3 },
    ticket: { type: 'digits', initial: '70312' },
    ticketDate: { type: 'date', initial: '20260317' },
  },
  entry: 'pickUp',
  blocks: labelled(blocks(), LABELS),
};

function blocks() {
  return {
    pickUp: { type: 'answer', next: { done: 'greeting' } },
    greeting: { type: 'play', prompts: ['ko/pin/greeting.wav'], next: { done: 'enterPin' } },
    enterPin: {
      type: 'collect',
      prompts: ['ko/pin/enter.wav'],
      noInputPrompts: ['ko/pin/no-input.wav'],
      invalidPrompts: ['ko/pin/invalid.wav'],
      min: 6,
      max: 6,
      terminators: '#',
      validator: 'digits',
      tries: 3,
      secret: true,
      variable: 'pin',
      next: { collected: 'checkPin', noInput: 'silent', invalid: 'refused' },
    },
    checkPin: {
      type: 'condition',
      when: { variable: 'pin', op: 'eq', to: { variable: 'expectedPin' } },
      next: { yes: 'result', no: 'countAttempt' },
    },
    countAttempt: {
      type: 'set',
      assign: [{ variable: 'attemptsLeft', add: -1 }],
      next: { done: 'mayRetry' },
    },
    mayRetry: {
      type: 'condition',
      when: { variable: 'attemptsLeft', op: 'gt', to: { literal: 0 } },
      next: { yes: 'wrongPin', no: 'refused' },
    },
    wrongPin: {
      type: 'say',
      prompts: [
        'ko/pin/wrong.wav',
        'ko/pin/tries-left.wav',
        { say: 'number', value: { variable: 'attemptsLeft' } },
        'ko/pin/times.wav',
      ],
      next: { done: 'enterPin' },
    },
    result: {
      type: 'say',
      prompts: [
        'ko/pin/verified.wav',
        { say: 'digits', value: { variable: 'ticket' } },
        'ko/pin/is.wav',
        'ko/pin/date-is.wav',
        { say: 'date', value: { variable: 'ticketDate' } },
        'ko/pin/is.wav',
      ],
      informs: true,
      next: { done: 'goodbye' },
    },
    goodbye: { type: 'play', prompts: ['ko/pin/goodbye.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
    refused: { type: 'play', prompts: ['ko/pin/refused.wav'], next: { done: 'refusedEnd' } },
    refusedEnd: { type: 'hangup', outcome: { result: 'client', reason: 'refused' } },
    silent: { type: 'play', prompts: ['ko/pin/refused.wav'], next: { done: 'silentEnd' } },
    silentEnd: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
  } satisfies ScenarioDraft['blocks'];
}
