import { systemActor } from '../../contracts/api/actor.ts';
import type { CallRow } from '../../db/repositories/call-row.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { NodeOptions } from '../switch/node.ts';
import type { KnownCall } from '../switch/reconcile.ts';
import { rowOf } from './call-records.ts';

/** A row and a workflow start are not atomic: rows that stay `starting` for longer are looked after (design §3). */
const STARTING_FOR_TOO_LONG_MS = 5_000;

const actor = systemActor('switch-worker');

/** Calls in Postgres, as the watch over a node needs them. */
export function createCallTable(tables: Repositories): NodeOptions['calls'] {
  return {
    async known(node) {
      const active = await tables.calls.activeOnNode(actor, node);
      const starting = await tables.calls.startingOlderThan(actor, STARTING_FOR_TOO_LONG_MS);
      return [...active, ...starting.filter((row) => row.node === node)].map(asKnown);
    },
    markMissing: (call, observedAt) => tables.calls.markMissing(actor, call, observedAt),
    clearMissing: (call) => tables.calls.clearMissing(actor, call),
    async legOpen(leg) {
      const attempt = await tables.dialAttempts.get(actor, leg);
      return attempt !== undefined && attempt.state !== 'ended';
    },
    async openLegs(node) {
      const open = await tables.dialAttempts.openOnNode(actor, node);
      const now = Date.now();
      return open.map(({ leg, sentAt, plannedAt }) => ({ leg, ageMs: now - (sentAt ?? plannedAt) }));
    },
    async arrived(input) {
      await tables.calls.starting(actor, rowOf(input));
    },
    async active(call) {
      await tables.calls.activate(actor, call);
    },
    async abandoned(call) {
      const outcome = { result: 'server', reason: 'media-lost' } as const;
      await tables.calls.end(actor, call, { outcome, endedAt: Date.now() });
      // A leg has no row among the calls, but stands open in the ledger.
      await tables.dialAttempts.settle(actor, call, { state: 'ended', cause: 'MEDIA_LOST' });
    },
  };
}

function asKnown(row: CallRow): KnownCall {
  return {
    call: row.call,
    core: row.coreUuid,
    leg: row.direction === 'outbound',
    state: row.state === 'starting' ? 'starting' : 'active',
    ageMs: Date.now() - row.arrivedAt,
  };
}
