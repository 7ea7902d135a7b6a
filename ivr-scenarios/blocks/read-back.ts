import type { CallEventOf } from '../../contracts/call/event.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { awaitVerb, type Draft, issue, topFrame } from '../engine/draft.ts';
import { soundOf } from '../engine/sounds.ts';
import { leave, type Reaction } from './driver.ts';

/** Reads back what was typed (the variable holds it by now) and takes one key for it. */
export function askBack(draft: Draft, block: BlockOf<'collect'>): void {
  const sound = soundOf(draft, block.confirm?.prompts ?? []);
  if (sound === undefined) return;
  const { firstDigitMs, interDigitMs } = block;
  const verb = issue(draft, {
    kind: 'collect',
    prompts: sound.prompts,
    min: 1,
    max: 1,
    terminators: 'none',
    firstDigitMs,
    interDigitMs,
    secret: false,
    expectMs: sound.ms + firstDigitMs,
  });
  awaitVerb(draft, verb, 'collect');
}

/**
 * Yes: collected. No: asked for again from the beginning. Silence or another key: read back again. Both count as a try,
 * so that nobody is asked for ever; what was not confirmed does not stay in the variable.
 */
export function confirmed(
  draft: Draft,
  block: BlockOf<'collect'>,
  event: CallEventOf<'collected' | 'idle'>,
): Reaction {
  const frame = topFrame(draft);
  const key = event.type === 'collected' ? event.digits : '';
  if (key === block.confirm?.yes) return leave('collected');
  if (frame === undefined) return leave('invalid');
  const mayTry = frame.tries + 1 < block.tries;
  const silent = key === '';
  if (mayTry && key !== block.confirm?.no) return { kind: 'again', cause: silent ? 'noInput' : 'wrong' };
  draft.state.variables[block.variable] = frame.confirming?.before ?? null;
  delete frame.confirming;
  if (mayTry) return { kind: 'again', cause: 'first' };
  return leave(silent ? 'noInput' : 'invalid');
}
