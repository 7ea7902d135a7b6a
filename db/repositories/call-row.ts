import { Outcome } from '../../contracts/call/outcome.ts';
import type { CallId, CoreUuid, NodeName, ScenarioHash, TenantId } from '../../contracts/ids.ts';

export type CallDirection = 'inbound' | 'outbound';
export type CallState = 'starting' | 'active' | 'ended';

/** A phone leg as it is kept; instants in ms since the epoch. `called` and `caller` are whole: mask before showing. */
export type CallRow = {
  call: CallId;
  tenant: TenantId;
  node: NodeName;
  coreUuid: CoreUuid;
  direction: CallDirection;
  called: string;
  caller: string;
  scenario: ScenarioHash | null;
  state: CallState;
  arrivedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  outcome: Outcome | null;
  parentCall: CallId | null;
  misses: number;
  missingSince: number | null;
};

/** The columns as node-postgres returns them. */
export type CallRecord = {
  call: CallId;
  tenant: TenantId;
  node: NodeName;
  core_uuid: CoreUuid;
  direction: CallDirection;
  called: string;
  caller: string;
  scenario_hash: ScenarioHash | null;
  state: CallState;
  arrived_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  result: string | null;
  reason: string | null;
  parent_call: CallId | null;
  misses: number;
  missing_since: Date | null;
};

export const CALL_COLUMNS: (keyof CallRecord)[] = [
  'call',
  'tenant',
  'node',
  'core_uuid',
  'direction',
  'called',
  'caller',
  'scenario_hash',
  'state',
  'arrived_at',
  'answered_at',
  'ended_at',
  'result',
  'reason',
  'parent_call',
  'misses',
  'missing_since',
];

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

/** Columns → row. A result or reason outside the closed list is refused: only we write them. */
export function toCallRow(record: CallRecord): CallRow {
  return {
    call: record.call,
    tenant: record.tenant,
    node: record.node,
    coreUuid: record.core_uuid,
    direction: record.direction,
    called: record.called,
    caller: record.caller,
    scenario: record.scenario_hash,
    state: record.state,
    arrivedAt: record.arrived_at.getTime(),
    answeredAt: ms(record.answered_at),
    endedAt: ms(record.ended_at),
    outcome: record.result === null ? null : Outcome.parse({ result: record.result, reason: record.reason }),
    parentCall: record.parent_call,
    misses: record.misses,
    missingSince: ms(record.missing_since),
  };
}
