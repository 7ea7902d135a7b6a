import type { Value } from '../../contracts/scenario/value.ts';
import type { Draft } from './draft.ts';
import { closeStep } from './records.ts';

/** Puts a part on the call stack; its parameters take their values and remember what they held. */
export function pushFrame(draft: Draft, part: string, values: Record<string, Value> | undefined): void {
  const { state } = draft;
  state.frames.push({ part, block: '', tries: 0, cause: 'first' });
  const frame = state.frames.at(-1);
  const names = draft.program.part(part)?.parameters ?? Object.keys(values ?? {});
  if (frame === undefined || names.length === 0) return;
  frame.saved = {};
  for (const name of names) {
    frame.saved[name] = state.variables[name] ?? null;
    state.variables[name] = values?.[name] ?? null;
  }
}

/** Takes the top part off the call stack; its parameters hold again what they held before. */
export function popFrame(draft: Draft): void {
  const frame = draft.state.frames.pop();
  if (frame?.saved !== undefined) Object.assign(draft.state.variables, frame.saved);
}

/** Takes parts off the stack until `left` of them are there, whose open records are closed too. */
export function unwind(draft: Draft, left: 0 | 1, outcome: string): void {
  while (draft.state.frames.length > left) {
    closeStep(draft, outcome);
    popFrame(draft);
  }
  closeStep(draft, outcome);
}
