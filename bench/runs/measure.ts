import { setTimeout as wait } from 'node:timers/promises';
import type { SeenCall } from '../site/call-log.ts';
import type { Offered, Order, Site } from '../site/site.ts';

/** Calls of one phase, as the witness saw them. */
export type Phase = Offered & {
  readonly calls: readonly SeenCall[];
  readonly started: number;
  /** ms from the last key of an input to the next prompt's start. */
  readonly turns: readonly number[];
  /** ms from the call's arrival to its first prompt's start. */
  readonly arrivals: readonly number[];
  /** How often callers heard that they have to wait. */
  readonly fillers: number;
  /** Turns a second in the second half of the time in which calls were offered, when as many begin as end. */
  readonly turnsPerSecond: number;
};

/** An open loop with fewer calls begun was no open loop: the generator held the load back. */
export const STARTED_AT_LEAST = 0.99;
const LATE_MS = 1_000;
const LAST_EVENTS_MS = 200;

/** Places one order at a site and gathers what its witness saw. */
export async function measure({ caller, witness }: Site, order: Order): Promise<Phase> {
  const since = Date.now() - 5;
  const offered = await caller.place(order);
  await wait(LAST_EVENTS_MS);
  if (witness.broken() > 0) throw new Error('the witness could not read all events: the run does not count');
  const calls = witness.callsTo(order.number, since);
  if (calls.length === 0) throw new Error(`no call to ${order.number} reached the switch`);
  const inTime = calls.filter(({ createdAt }) => createdAt <= offered.to + LATE_MS).length;
  const turns = calls.flatMap((call) => call.turns);
  const middle = (offered.from + offered.to) / 2;
  const steady = turns.filter(({ at }) => at >= middle && at <= offered.to);
  return {
    ...offered,
    calls,
    started: inTime,
    turns: turns.map(({ ms }) => ms),
    arrivals: calls.flatMap(({ createdAt, firstPromptAt }) =>
      firstPromptAt === undefined ? [] : [firstPromptAt - createdAt],
    ),
    fillers: calls.reduce((sum, call) => sum + call.fillers, 0),
    turnsPerSecond: (steady.length * 1_000) / Math.max(1, offered.to - middle),
  };
}

/** Throws when the load was not what it was said to be. */
export function assertOffered(phase: Phase, what: string): void {
  if (phase.started >= phase.offered * STARTED_AT_LEAST) return;
  throw new Error(
    `${what}: ${phase.started} of ${phase.offered} calls began in time: the run does not count`,
  );
}
