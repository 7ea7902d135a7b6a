import type { Outcome } from '../../contracts/call/outcome.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import type { Draft } from './draft.ts';

/** Outcome of a call that we end: that of the `hangup` block, else the best that was reached. */
export function outcomeOfHangup(draft: Draft, block: Pick<BlockOf<'hangup'>, 'outcome'>): Outcome {
  if (block.outcome !== undefined) return honest(draft, block.outcome);
  const natural = draft.gone === undefined ? COMPLETED : outcomeOfParting(draft.gone.by);
  return honest(draft, reachedOutcome(draft) ?? natural);
}

/** Outcome of a call that ended from outside, by what it had reached. */
export function outcomeOfHungUp(draft: Draft, by: 'caller' | 'us' | 'peer' | 'switch'): Outcome {
  return honest(draft, reachedOutcome(draft) ?? outcomeOfParting(by));
}

const COMPLETED: Outcome = { result: 'success', reason: 'completed' };

function reachedOutcome(draft: Draft): Outcome | undefined {
  const { reached, upstream } = draft.state;
  if (reached.connected) return { result: 'success', reason: 'connected' };
  if (reached.messageLeft) return { result: 'success', reason: 'message-left' };
  if (reached.informed) return { result: 'success', reason: 'informed' };
  return upstream === undefined ? undefined : { result: 'upstream', reason: upstream };
}

/** `us` without a verb of the scenario is the dead-man transfer: the engine was not there for its caller. */
function outcomeOfParting(by: 'caller' | 'us' | 'peer' | 'switch'): Outcome {
  switch (by) {
    case 'caller':
    case 'peer':
      return { result: 'client', reason: 'caller-hung-up' };
    case 'us':
      return { result: 'server', reason: 'engine-unavailable' };
    case 'switch':
      return { result: 'server', reason: 'media-lost' };
  }
}

/** A caller who could not hear the question is not to blame for not answering it. */
function honest(draft: Draft, outcome: Outcome): Outcome {
  const unheard = outcome.reason === 'no-input' || outcome.reason === 'wrong-input';
  return unheard && draft.state.counts.promptsFailed > 0
    ? { result: 'server', reason: 'prompt-missing' }
    : outcome;
}
