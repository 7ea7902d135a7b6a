import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';

/** A block as people write it: what has a default may be left out. */
export type Drawn = ScenarioDraft['blocks'][string];
type DrawnOf<T extends Drawn['type']> = Extract<Drawn, { type: T }>;

/** Words that a voice reads; a business changes them first. */
const words = (...texts: (string | PromptItem)[]): PromptItem[] =>
  texts.map((text) => (typeof text === 'string' ? { text } : text));

export const answer = (done: string): Drawn => ({ type: 'answer', next: { done } });

/** Says something and goes on. */
export const says = (done: string, ...texts: (string | PromptItem)[]): Drawn => ({
  type: 'play',
  prompts: words(...texts),
  next: { done },
});

/** Says what the caller wanted to know. */
export const informs = (done: string, ...texts: (string | PromptItem)[]): Drawn => ({
  type: 'say',
  prompts: words(...texts),
  informs: true,
  next: { done },
});

/** Hours of the number that was called. */
export const hours = (next: DrawnOf<'businessHours'>['next']): Drawn => ({
  type: 'businessHours',
  calendar: { of: 'number' },
  next,
});

const SILENT = '입력이 없습니다.';
const WRONG = '잘못 누르셨습니다.';

/** A choice; it says itself again after silence and after a wrong key. */
export const menu = (
  text: string,
  keys: Record<string, string>,
  next: Record<string, string>,
  outcomeWords: Record<string, string>,
): Drawn => ({
  type: 'menu',
  prompts: words(text),
  noInputPrompts: words(SILENT, text),
  wrongKeyPrompts: words(WRONG, text),
  keys,
  next,
  outcomeWords,
});

type Asked = Pick<DrawnOf<'collect'>, 'min' | 'max' | 'variable' | 'next'> &
  Partial<Pick<DrawnOf<'collect'>, 'validator' | 'confirm' | 'terminators'>>;

/** An input; what does not fit is asked for again. */
export const asks = (text: string, asked: Asked): Drawn => ({
  type: 'collect',
  prompts: words(text),
  noInputPrompts: words(SILENT, text),
  invalidPrompts: words(WRONG, text),
  ...asked,
});

/** Reads back what was typed and lets the caller correct it. */
export const readBack = (...texts: (string | PromptItem)[]): DrawnOf<'collect'>['confirm'] => ({
  prompts: words(...texts, '맞으면 일번, 다시 입력하시려면 이번을 눌러 주십시오.'),
});

/** Rings an extension; whoever is not reached leads to `missed`. */
export const rings = (digits: string, connected: string, missed: string): Drawn => ({
  type: 'connect',
  target: { kind: 'extension', digits },
  ringMs: 20_000,
  music: 'ko/system/music.wav',
  next: { connected, busy: missed, noAnswer: missed, rejected: missed, failed: missed },
});

/** Records what the caller says after the tone. */
export const records = (text: string, next: { recorded: string; empty: string; failed: string }): Drawn => ({
  type: 'leaveMessage',
  prompts: words(text),
  next,
});

/** Ways out that every starting point has, with the names that people read. */
export const ENDS_OF = {
  blocks: (goodbye: string) =>
    ({
      goodbye: says('end', goodbye),
      end: { type: 'hangup' },
      givingUp: says('silentEnd', '입력이 확인되지 않아 통화를 마칩니다.'),
      silentEnd: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
      recordingFailed: says(
        'failedEnd',
        '죄송합니다. 메시지를 저장하지 못했습니다. 잠시 후 다시 걸어 주십시오.',
      ),
      failedEnd: { type: 'hangup', outcome: { result: 'server', reason: 'recording-failed' } },
    }) as const satisfies Record<string, Drawn>,
  labels: {
    goodbye: '끝인사',
    end: '전화 끊기',
    givingUp: '입력 없음 안내',
    silentEnd: '입력 없이 끊기',
    recordingFailed: '저장 실패 안내',
    failedEnd: '실패로 끊기',
  },
} as const;
