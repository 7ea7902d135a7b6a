import type { Witness } from './witness.ts';

/** How calls are offered. `open`: at fixed instants, whatever becomes of them; the others wait for the switch. */
export type Load =
  | { readonly kind: 'one-by-one'; readonly calls: number }
  | { readonly kind: 'open'; readonly perSecond: number; readonly seconds: number }
  | { readonly kind: 'at-once'; readonly calls: number; readonly seconds: number };

export type Order = {
  readonly number: string;
  /** One key for each menu. */
  readonly keys: string;
  /** How long after a prompt's start its key is pressed, ms, evenly spread so as not to follow any beat. */
  readonly pressAfter: readonly [from: number, to: number];
  readonly load: Load;
};

/** What the caller's side says about itself. */
export type Offered = {
  readonly offered: number;
  /** First and last instant at which calls were offered, ms since 1970. */
  readonly from: number;
  readonly to: number;
  /** By how much calls began after their slot, ms (open loop with the simulator's phones only). */
  readonly lateMs: readonly number[];
};

/** Places calls and presses keys; resolves when every call has ended, or the patience with it has. */
export type Caller = {
  readonly kind: 'simulator phones' | 'SIPp';
  place(order: Order): Promise<Offered>;
  close(): void;
};

/** A switch, who calls into it, and who watches it. */
export type Site = { readonly caller: Caller; readonly witness: Witness };

/** When the n-th call of an open loop is due, ms after its start. */
export const slotOf = (index: number, perSecond: number): number => (index * 1_000) / perSecond;

/** Calls begin at this rate until all of an `at-once` load are up. */
export const RAMP_PER_SECOND = 10;
