import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { DialTarget } from '../../contracts/call/verb.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CallId, NodeName, VerbNumber } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { ofVisibleCall, requireSystem } from '../visibility.ts';
import type { DialAttempt } from './dial-attempt-row.ts';
import { ATTEMPT_COLUMNS, type AttemptRecord, toAttempt } from './dial-attempt-row.ts';

export type NewDialAttempt = {
  leg: CallId;
  call: CallId;
  verb: VerbNumber;
  target: DialTarget;
  node: NodeName;
};

export type Settlement = { state: 'answered' | 'ended' | 'unknown'; cause?: string };

/** Which states a settlement may follow. `ended` is final: a late `answered` or `unknown` changes nothing. */
const MAY_FOLLOW = {
  answered: ['sent', 'unknown'],
  ended: ['planned', 'sent', 'answered', 'unknown'],
  unknown: ['sent'],
} as const;

export type DialAttempts = {
  /** Writes the plan once per (call, verb); the row that stands is returned, whoever wrote it. */
  plan(actor: Actor, attempt: NewDialAttempt): Promise<DialAttempt>;
  /**
   * True for exactly one caller, ever: only he may send the `originate`. A reply lost on the way reads as
   * `db/unavailable`, and the repeat then answers false: not dialling is the safe side (design §1.8).
   */
  claimSend(actor: Actor, leg: CallId): Promise<boolean>;
  /** Records what became of it; the row that stands afterwards, or undefined when there is none. */
  settle(actor: Actor, leg: CallId, settlement: Settlement): Promise<DialAttempt | undefined>;
  get(actor: Actor, leg: CallId): Promise<DialAttempt | undefined>;
  ofCall(actor: Actor, call: CallId): Promise<DialAttempt[]>;
  /** Legs that were sent to this switch and have not ended. `unknown` ones are their workflows' own business. */
  openOnNode(actor: Actor, node: NodeName): Promise<DialAttempt[]>;
};

/** Table `dial_attempts`. */
export function createDialAttempts(knex: Knex): DialAttempts {
  const attempts = () => knex<AttemptRecord>('dial_attempts');
  const read = async (actor: Actor, where: Partial<AttemptRecord>): Promise<DialAttempt[]> => {
    const select = attempts().select(ATTEMPT_COLUMNS).where(where).orderBy('verb');
    return (await query<AttemptRecord[]>(ofVisibleCall(select, actor, knex))).map(toAttempt);
  };
  return {
    async plan(actor, attempt) {
      requireSystem(actor);
      const { leg, call, verb, target, node } = attempt;
      const row = { leg, call, verb, target_kind: target.kind, target: target.digits, node };
      await query(knex('dial_attempts').insert(row).onConflict().ignore());
      const [stands] = await read(actor, { call, verb });
      if (!stands) throw new CallwrightError('server/bug', `leg ${leg} is planned for another call`);
      return stands;
    },
    async claimSend(actor, leg) {
      requireSystem(actor);
      const claim = attempts().where({ leg, state: 'planned' });
      return (
        (await query(claim.update({ state: 'sent', sent_at: knex.fn.now(), updated_at: knex.fn.now() }))) ===
        1
      );
    },
    async settle(actor, leg, settlement) {
      requireSystem(actor);
      const { state, cause } = settlement;
      const stamp = state === 'unknown' ? {} : { [`${state}_at`]: knex.fn.now() };
      await query(
        attempts()
          .where('leg', leg)
          .whereIn('state', [...MAY_FOLLOW[state]])
          .update({ state, ...(cause === undefined ? {} : { cause }), ...stamp, updated_at: knex.fn.now() }),
      );
      return (await read(actor, { leg }))[0];
    },
    get: async (actor, leg) => (await read(actor, { leg }))[0],
    ofCall: (actor, call) => read(actor, { call }),
    async openOnNode(actor, node) {
      requireSystem(actor);
      const open = attempts().select(ATTEMPT_COLUMNS).where({ node }).whereIn('state', ['sent', 'answered']);
      return (await query<AttemptRecord[]>(open)).map(toAttempt);
    },
  };
}
