import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallState } from './state.ts';

/** The caller's own report of the end may come this much later than that of the leg. */
const UNBRIDGED_WITHIN_MS = 2_000;

/**
 * Follows whether the caller talks to somebody. While he does no verb is awaited, so a lost report of the end would
 * leave him in silence: when the leg has ended, or after a reconnect, his channel is asked whether he still does.
 */
export function followConversation(state: CallState, event: CallEvent, now: number): void {
  const order = state.awaited?.order;
  if (event.type === 'bridged' && order?.kind === 'bridge') state.talking = order;
  if (event.type === 'unbridged') delete state.talking;
  const { talking } = state;
  if (talking === undefined) return;
  const isOver = event.type === 'leg' && event.state === 'ended' && event.verb === talking.dial;
  if (isOver) state.awaited = { order: talking, dueAt: now + UNBRIDGED_WITHIN_MS, misses: 0 };
  if (event.type === 'idle') state.awaited = { order: talking, dueAt: now, misses: 0 };
}
