import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallId } from '../../contracts/ids.ts';

/** One thing that a call's workflow recorded; `at` in ms. */
export type CallHistoryEntry = { readonly at: number } & (
  | { readonly kind: 'event'; readonly event: CallEvent }
  /** What the workflow did to the world; `state` in one word. */
  | { readonly kind: 'activity'; readonly name: string; readonly state: string }
  | { readonly kind: 'timer'; readonly name: string }
  | { readonly kind: 'workflow'; readonly name: string }
);

export type ReadHistory = {
  readonly entries: readonly CallHistoryEntry[];
  /** Temporal's page of the workflow. */
  readonly page: string | null;
};

/** Reads the workflow of a call; undefined when its retention is over. `temporal/unavailable` when nobody answers. */
export type CallHistory = (call: CallId) => Promise<ReadHistory | undefined>;
