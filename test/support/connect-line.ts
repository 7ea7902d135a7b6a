import type { ScenarioDraft } from '../../contracts/scenario/document.ts';

/** A number that does nothing but connect the caller with extension 1002, then says goodbye. */
export const CONNECT_LINE = '07000000009';
export const COLLEAGUE = '1002';

const failed = { type: 'hangup', outcome: { result: 'upstream', reason: 'unreachable' } } as const;

export const connectScenario: ScenarioDraft = {
  schema: 1,
  name: 'test-connect',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'colleague' } },
    colleague: {
      type: 'connect',
      target: { kind: 'extension', digits: COLLEAGUE },
      ringMs: 20_000,
      next: {
        connected: 'goodbye',
        busy: 'failed',
        noAnswer: 'failed',
        rejected: 'failed',
        failed: 'failed',
      },
    },
    goodbye: { type: 'play', prompts: ['ko/bench/goodbye.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
    failed,
  },
};
