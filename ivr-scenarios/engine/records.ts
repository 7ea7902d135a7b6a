import type { Prompt } from '../../contracts/call/prompt.ts';
import { isResidentNumber } from '../logic/resident-number.ts';
import { type Draft, topFrame } from './draft.ts';

/** Opens the record of a block that was just entered. */
export function openStep(draft: Draft, block: string, blockType: string): void {
  const frame = topFrame(draft);
  if (frame === undefined) return;
  const seq = takeSeq(draft);
  frame.open = { seq, block: `${frame.part}/${block}`, blockType, enteredAt: draft.at };
  draft.steps.set(seq, frame.open);
}

/** Closes the record of the block that the top frame is in. */
export function closeStep(draft: Draft, outcome: string): void {
  const frame = topFrame(draft);
  if (frame?.open === undefined) return;
  draft.steps.set(frame.open.seq, { ...frame.open, outcome, leftAt: draft.at });
  delete frame.open;
}

/** Notes the prompts that the open block ordered. */
export function notePrompts(draft: Draft, prompts: Prompt[]): void {
  const open = topFrame(draft)?.open;
  if (open === undefined) return;
  const paths = prompts.flatMap((prompt) => (prompt.kind === 'file' ? [prompt.path] : []));
  if (paths.length > 0) open.prompts = paths;
  draft.steps.set(open.seq, open);
}

/** Notes what was pressed; a secret, and what looks like a resident registration number, only as `***`. */
export function noteDigits(draft: Draft, digits: string, secret: boolean): void {
  const open = topFrame(draft)?.open;
  if (open === undefined) return;
  open.digits = secret || isResidentNumber(digits) ? '***' : digits;
  draft.steps.set(open.seq, open);
}

/** Notes which file the message is in; the switch gives its own path, of which only the name means something here. */
export function noteRecording(draft: Draft, path: string): void {
  const open = topFrame(draft)?.open;
  const file = path.split('/').at(-1);
  if (open === undefined || file === undefined || file === '') return;
  open.recording = file;
  draft.steps.set(open.seq, open);
}

/** Notes what a tag or log block says. */
export function noteText(draft: Draft, text: string): void {
  const open = topFrame(draft)?.open;
  if (open === undefined) return;
  open.note = text.slice(0, 400);
  draft.steps.set(open.seq, open);
}

/** Writes a record of something that the engine did by itself, e.g. `engine/promptFailed`. */
export function engineStep(draft: Draft, what: string, outcome: string, verb?: number): void {
  const seq = takeSeq(draft);
  draft.steps.set(seq, {
    seq,
    block: `engine/${what}`,
    blockType: 'engine',
    ...(verb === undefined ? {} : { verb }),
    outcome,
    enteredAt: draft.at,
    leftAt: draft.at,
  });
}

function takeSeq(draft: Draft): number {
  const seq = draft.state.nextStep;
  draft.state.nextStep = seq + 1;
  return seq;
}
