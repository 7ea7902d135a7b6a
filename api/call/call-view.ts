import type { CallDetailView, CallView, DialAttemptView, StepView } from '../../contracts/api/calls.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { CallRow } from '../../db/repositories/call-row.ts';
import type { DialAttempt } from '../../db/repositories/dial-attempt-row.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : iso(ms);

/** A call as a list shows it. Until there are accounts nobody may see whole numbers, so all are masked here. */
export const toCallView = (row: CallRow): CallView => ({
  id: row.call,
  tenant: row.tenant,
  node: row.node,
  direction: row.direction,
  state: row.state,
  calledMasked: maskNumber(row.called),
  callerMasked: maskNumber(row.caller),
  arrivedAt: iso(row.arrivedAt),
  answeredAt: isoOrNull(row.answeredAt),
  endedAt: isoOrNull(row.endedAt),
  result: row.outcome?.result ?? null,
  reason: row.outcome?.reason ?? null,
  scenario: row.scenario,
  parentCall: row.parentCall,
});

const toStepView = (step: StepRecord): StepView => ({
  seq: step.seq,
  block: step.block,
  blockType: step.blockType,
  verb: step.verb ?? null,
  verbKind: step.verbKind ?? null,
  prompts: step.prompts ?? [],
  digits: step.digits ?? null,
  outcome: step.outcome ?? null,
  enteredAt: iso(step.enteredAt),
  leftAt: isoOrNull(step.leftAt),
});

const toDialAttemptView = (attempt: DialAttempt): DialAttemptView => ({
  leg: attempt.leg,
  verb: attempt.verb,
  targetKind: attempt.target.kind,
  targetMasked: maskNumber(attempt.target.digits),
  node: attempt.node,
  state: attempt.state,
  cause: attempt.cause,
  plannedAt: iso(attempt.plannedAt),
  sentAt: isoOrNull(attempt.sentAt),
  answeredAt: isoOrNull(attempt.answeredAt),
  endedAt: isoOrNull(attempt.endedAt),
});

/** A call with its story and what was dialled for it. */
export const toCallDetailView = (
  row: CallRow,
  steps: readonly StepRecord[],
  attempts: readonly DialAttempt[],
): CallDetailView => ({
  ...toCallView(row),
  steps: steps.map(toStepView),
  dialAttempts: attempts.map(toDialAttemptView),
});
