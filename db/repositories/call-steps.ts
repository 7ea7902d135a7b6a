import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CallId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { ofVisibleCall, requireSystem } from '../visibility.ts';

type StepRow = {
  call: CallId;
  seq: number;
  block: string;
  block_type: string;
  verb: number | null;
  verb_kind: string | null;
  prompts: string[] | null;
  digits: string | null;
  recording: string | null;
  note: string | null;
  outcome: string | null;
  entered_at: Date;
  left_at: Date | null;
};

export type CallSteps = {
  /** Writes steps in any order and as often as wanted: a finished one is never overwritten. */
  upsertMany(actor: Actor, call: CallId, steps: readonly StepRecord[]): Promise<void>;
  /** The same for several calls in one statement: what live screens read costs a query a moment, not one a turn. */
  upsertAll(actor: Actor, steps: ReadonlyMap<CallId, readonly StepRecord[]>): Promise<void>;
  ofCall(actor: Actor, call: CallId): Promise<StepRecord[]>;
};

/** Table `call_steps`. */
export function createCallSteps(knex: Knex): CallSteps {
  const upsertAll: CallSteps['upsertAll'] = async (actor, steps) => {
    requireSystem(actor);
    const rows = [...steps].flatMap(([call, ofCall]) => onePerSeq(ofCall).map((step) => toRow(call, step)));
    if (rows.length === 0) return;
    const insert = knex<StepRow>('call_steps').insert(rows).onConflict(['call', 'seq']).merge();
    await query(insert.whereNull('call_steps.left_at').whereNull('call_steps.outcome'));
  };
  return {
    upsertMany: (actor, call, steps) => upsertAll(actor, new Map([[call, steps]])),
    upsertAll,
    async ofCall(actor, call) {
      const select = knex<StepRow>('call_steps').select('*').where('call', call).orderBy('seq');
      const rows: StepRow[] = await query(ofVisibleCall(select, actor, knex));
      return rows.map(toStep);
    },
  };
}

const finished = (step: StepRecord): boolean => step.outcome !== undefined || step.leftAt !== undefined;

/** Postgres refuses one statement that touches a row twice; of two records of a step the finished one counts. */
function onePerSeq(steps: readonly StepRecord[]): StepRecord[] {
  const bySeq = new Map<number, StepRecord>();
  for (const step of steps) {
    const before = bySeq.get(step.seq);
    if (before === undefined || !finished(before)) bySeq.set(step.seq, step);
  }
  return [...bySeq.values()];
}

function toRow(call: CallId, step: StepRecord): StepRow {
  return {
    call,
    seq: step.seq,
    block: step.block,
    block_type: step.blockType,
    verb: step.verb ?? null,
    verb_kind: step.verbKind ?? null,
    prompts: step.prompts ?? null,
    digits: step.digits ?? null,
    recording: step.recording ?? null,
    note: step.note ?? null,
    outcome: step.outcome ?? null,
    entered_at: new Date(step.enteredAt),
    left_at: step.leftAt === undefined ? null : new Date(step.leftAt),
  };
}

function toStep(row: StepRow): StepRecord {
  return {
    seq: row.seq,
    block: row.block,
    blockType: row.block_type,
    enteredAt: row.entered_at.getTime(),
    ...(row.verb === null ? {} : { verb: row.verb }),
    ...(row.verb_kind === null ? {} : { verbKind: row.verb_kind }),
    ...(row.prompts === null ? {} : { prompts: row.prompts }),
    ...(row.digits === null ? {} : { digits: row.digits }),
    ...(row.recording === null ? {} : { recording: row.recording }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.left_at === null ? {} : { leftAt: row.left_at.getTime() }),
  };
}
