import type { DialTarget } from '../../contracts/call/verb.ts';
import type { CallId, DialDigits, NodeName } from '../../contracts/ids.ts';

export type DialState = 'planned' | 'sent' | 'answered' | 'ended' | 'unknown';

/** One line of the ledger; instants in ms. `target` is whole: mask before showing. */
export type DialAttempt = {
  leg: CallId;
  call: CallId;
  verb: number;
  target: DialTarget;
  node: NodeName;
  state: DialState;
  /** FreeSWITCH hang-up cause, once it is known. */
  cause: string | null;
  plannedAt: number;
  sentAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
};

/** The columns as node-postgres returns them. */
export type AttemptRecord = {
  leg: CallId;
  call: CallId;
  verb: number;
  target_kind: DialTarget['kind'];
  target: DialDigits;
  node: NodeName;
  state: DialState;
  cause: string | null;
  planned_at: Date;
  sent_at: Date | null;
  answered_at: Date | null;
  ended_at: Date | null;
  updated_at: Date;
};

export const ATTEMPT_COLUMNS: (keyof AttemptRecord)[] = [
  'leg',
  'call',
  'verb',
  'target_kind',
  'target',
  'node',
  'state',
  'cause',
  'planned_at',
  'sent_at',
  'answered_at',
  'ended_at',
];

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

/** Columns → ledger line. */
export function toAttempt(record: AttemptRecord): DialAttempt {
  return {
    leg: record.leg,
    call: record.call,
    verb: record.verb,
    target: { kind: record.target_kind, digits: record.target },
    node: record.node,
    state: record.state,
    cause: record.cause,
    plannedAt: record.planned_at.getTime(),
    sentAt: ms(record.sent_at),
    answeredAt: ms(record.answered_at),
    endedAt: ms(record.ended_at),
  };
}
