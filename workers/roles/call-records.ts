import type { CallRecords } from '../../activities/call/record-call.ts';
import type { DialLedger } from '../../activities/leg/dial.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { NewCall } from '../../db/repositories/calls.ts';
import type { Repositories } from '../../db/repositories/index.ts';

const actor = systemActor('flow-worker');

/** The row of an inbound call. */
export const rowOf = (input: CallInput): NewCall => ({
  call: input.call,
  tenant: input.tenant,
  node: input.node,
  coreUuid: input.core,
  direction: 'inbound',
  called: input.called,
  caller: input.caller,
  scenario: input.scenario,
  arrivedAt: input.arrivedAt,
});

/** Calls and their steps in Postgres, as the call's workflow writes them. */
export function createCallRecords(tables: Repositories): CallRecords {
  return {
    async begun(input) {
      await tables.calls.starting(actor, rowOf(input));
      await tables.calls.activate(actor, input.call);
    },
    steps: (input, steps) => tables.callSteps.upsertMany(actor, input.call, steps),
    async end(input, { outcome, at, answeredAt }) {
      const answered = answeredAt === undefined ? {} : { answeredAt };
      const ending = await tables.calls.end(actor, input.call, { outcome, endedAt: at, ...answered });
      return ending.kind !== 'absent';
    },
  };
}

/** The ledger of dial attempts; a leg that was sent is a call of its own, so that the reconcile misses it too. */
export function createDialLedger(tables: Repositories): DialLedger {
  return {
    async plan({ leg, parent, verb, target, node }) {
      await tables.dialAttempts.plan(actor, { leg, call: parent, verb, target, node });
    },
    claim: (leg) => tables.dialAttempts.claimSend(actor, leg),
    async settle(leg, state, cause) {
      await tables.dialAttempts.settle(actor, leg, { state, ...(cause === undefined ? {} : { cause }) });
    },
  };
}
