import type { StepView } from '../../../../../contracts/api/calls.ts';

/** One line of a call's story as it is drawn. */
export type TimelineItem = {
  readonly seq: number;
  /** Name of the block within its part; what the engine did by itself has the name of that. */
  readonly name: string;
  /** Sub-scenario that the block belongs to; null in the main part. */
  readonly part: string | null;
  readonly blockType: string;
  readonly byEngine: boolean;
  readonly played: readonly string[];
  readonly pressed: Pressed;
  readonly outcome: string | null;
  readonly enteredAt: string;
  /** Time in the block; null while the call is in it. */
  readonly ms: number | null;
  /** The call lives and is in this block: the innermost open one, or one that it was called from. */
  readonly now: 'here' | 'around' | null;
};

export type Pressed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'secret' };

const MAIN = 'main';
const ENGINE = 'engine';

/**
 * The story of a call, oldest block first. `alive` is false once the call has ended: a step that was left open then is
 * not shown as running, since nobody is in it.
 */
export function timelineOf(steps: readonly StepView[], alive: boolean): TimelineItem[] {
  const sorted = steps.toSorted((a, b) => a.seq - b.seq);
  const here = alive ? sorted.findLast(isOpen)?.seq : undefined;
  return sorted.map((step) => {
    const { part, name } = placeOf(step.block);
    return {
      seq: step.seq,
      name,
      part: part === MAIN || part === ENGINE ? null : part,
      blockType: step.blockType,
      byEngine: part === ENGINE,
      played: step.prompts,
      pressed: pressedOf(step.digits),
      outcome: step.outcome,
      enteredAt: step.enteredAt,
      ms: step.durationMs,
      now: !alive || !isOpen(step) ? null : step.seq === here ? 'here' : 'around',
    };
  });
}

/** `part/block` in its two halves; a text without a slash is a block of the main part. */
export function placeOf(place: string): { part: string; name: string } {
  const slash = place.indexOf('/');
  return slash < 0
    ? { part: MAIN, name: place }
    : { part: place.slice(0, slash), name: place.slice(slash + 1) };
}

const isOpen = (step: StepView): boolean => step.leftAt === null && step.outcome === null;

/** Secrets arrive as `***`; a caller cannot press three stars into a secret field, so nothing is confused. */
function pressedOf(digits: string | null): Pressed {
  if (digits === null || digits === '') return { kind: 'nothing' };
  return digits === '***' ? { kind: 'secret' } : { kind: 'keys', keys: digits };
}
