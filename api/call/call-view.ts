import type { CallDetailView, CallView, DialAttemptView, StepView } from '../../contracts/api/calls.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { CallRow } from '../../db/repositories/call-row.ts';
import type { DialAttempt } from '../../db/repositories/dial-attempt-row.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null | undefined): string | null =>
  ms === null || ms === undefined ? null : iso(ms);

/** Scenario versions by hash. */
export type ScenarioNames = ReadonlyMap<ScenarioHash, string>;

/** A call as a list shows it: numbers masked, for everybody (whole ones are unmasked one by one, with a reason). */
export const toCallView = (row: CallRow, names: ScenarioNames): CallView => ({
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
  scenarioName: row.scenario === null ? null : (names.get(row.scenario) ?? null),
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
  recording: step.recording ?? null,
  enteredAt: iso(step.enteredAt),
  leftAt: isoOrNull(step.leftAt),
  durationMs: step.leftAt === undefined ? null : Math.max(0, step.leftAt - step.enteredAt),
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
  names: ScenarioNames,
  steps: readonly StepRecord[],
  attempts: readonly DialAttempt[],
): CallDetailView => ({
  ...toCallView(row, names),
  steps: steps.map(toStepView),
  dialAttempts: attempts.map(toDialAttemptView),
});
