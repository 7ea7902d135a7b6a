import type { Outcome } from '../../contracts/call/outcome.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { local, onSwitch } from './activities.ts';
import { isFailedActivity, thrownByActivity } from './failed-activity.ts';
import type { CallState } from './state.ts';

/**
 * The last resort when our own code failed: the caller hears an apology and the call ends, with the outcome that says
 * whose fault it was (design §1.10). If even that cannot be told, the dead-man transfer says it within 60 s.
 */
export async function apologiseForBug(input: CallInput, state: CallState, bug: unknown): Promise<void> {
  const channel = { call: input.call, node: input.node };
  delete state.awaited;
  state.outcome = outcomeOf(bug);
  try {
    await local.apologise(channel);
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    await onSwitch(input.node)
      .apologise(channel)
      .catch(() => undefined);
  }
}

/** Whoever took a scenario version away from under a call finds it so in the call's record. */
function outcomeOf(bug: unknown): Outcome {
  const missing = thrownByActivity(bug)?.type === 'scenario/not-found';
  return { result: 'server', reason: missing ? 'scenario-missing' : 'bug' };
}
