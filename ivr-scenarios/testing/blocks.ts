import type { ScenarioDraft } from '../../contracts/scenario/document.ts';

type Blocks = ScenarioDraft['blocks'];

/** A scenario around some blocks: begins at `first`, has an `end` that hangs up. */
export function scenarioOf(blocks: Blocks, more: Partial<ScenarioDraft> = {}): ScenarioDraft {
  return {
    schema: 1,
    name: 'test',
    language: 'ko',
    entry: 'first',
    blocks: { end: { type: 'hangup' }, ...blocks },
    ...more,
  };
}

export const SAID = 'ko/main/goodbye.wav';
export const SAID_SILENT = 'ko/main/no-input.wav';
export const SAID_WRONG = 'ko/main/wrong-key.wav';

/** A block that says one prompt. */
export const playBlock = (done: string, path = SAID): Blocks[string] => ({
  type: 'play',
  prompts: [path],
  next: { done },
});

/** A menu with key 1; every other outcome leads to `end` unless wired. */
export function menuBlock(next: Record<string, string>, more: object = {}): Blocks[string] {
  return {
    type: 'menu',
    prompts: [SAID],
    noInputPrompts: [SAID_SILENT],
    wrongKeyPrompts: [SAID_WRONG],
    keys: { '1': 'one' },
    next: { one: 'end', noInput: 'end', wrongKey: 'end', ...next },
    ...more,
  };
}

/** A connect to extension 1001; every outcome leads to `end` unless wired. */
export function connectBlock(next: Record<string, string> = {}): Blocks[string] {
  const all = { connected: 'end', busy: 'end', noAnswer: 'end', rejected: 'end', failed: 'end' };
  return { type: 'connect', target: { kind: 'extension', digits: '1001' }, next: { ...all, ...next } };
}
