import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { LetteringState } from '../../contracts/message/kinds.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import { insertUsage } from './usage.ts';

/** 레터링 (CTI-15); instants in ms. */
export type LetteringRow = {
  id: string;
  tenant: TenantId;
  digits: string;
  phrase: string;
  carrier: string;
  state: LetteringState;
  note: string | null;
  requestedAt: number;
  decidedAt: number | null;
};

/** Changes are recorded in the audit log. */
export type Letterings = {
  /** Newest first. */
  list(actor: Actor): Promise<LetteringRow[]>;
  request(
    actor: Actor,
    lettering: Pick<LetteringRow, 'tenant' | 'digits' | 'phrase' | 'carrier'>,
  ): Promise<LetteringRow>;
  /**
   * The carrier's word. One that becomes active is charged once, however often it is said. `request/conflict` for one
   * that was rejected or has ended. Undefined: the actor sees none. `now` in ms.
   */
  decide(
    actor: Actor,
    id: string,
    decision: { state: 'active' | 'rejected' | 'ended'; note: string | null },
    now: number,
  ): Promise<LetteringRow | undefined>;
};

type Record = Omit<LetteringRow, 'requestedAt' | 'decidedAt'> & {
  requested_at: Date;
  decided_at: Date | null;
};

const COLUMNS = [
  'id',
  'tenant',
  'digits',
  'phrase',
  'carrier',
  'state',
  'note',
  'requested_at',
  'decided_at',
];

/** Table `letterings`. */
export function createLetterings(knex: Knex): Letterings {
  return {
    async list(actor) {
      const select = visibleTo(knex('letterings').select<Record[]>(COLUMNS), actor);
      return (await query<Record[]>(select.orderBy('requested_at', 'desc'))).map(toRow);
    },
    request: (actor, lettering) =>
      query(
        knex.transaction(async (trx) => {
          const { tenant, digits, phrase, carrier } = lettering;
          requireTenant(actor, tenant);
          const [made] = await trx('letterings')
            .insert({ id: trx.raw('gen_random_uuid()'), tenant, digits, phrase, carrier, state: 'requested' })
            .returning<Record[]>(COLUMNS);
          if (made === undefined)
            throw new CallwrightError('server/bug', 'a lettering that was made is not there');
          await recordAudit(trx, actor, {
            tenant,
            action: 'lettering.request',
            subject: made.id,
            detail: { digits },
          });
          return toRow(made);
        }),
      ),
    decide: (actor, id, decision, now) =>
      query(knex.transaction((trx) => decideLettering(trx, actor, id, decision, now))),
  };
}

async function decideLettering(
  trx: Knex,
  actor: Actor,
  id: string,
  { state, note }: Parameters<Letterings['decide']>[2],
  now: number,
): Promise<LetteringRow | undefined> {
  const select = trx('letterings').select<Record[]>(COLUMNS).where('id', id).forUpdate();
  const [before] = await (visibleTo(select, actor) as typeof select);
  if (before === undefined) return undefined;
  const over = before.state === 'rejected' || before.state === 'ended';
  if (over && before.state !== state)
    throw new CallwrightError('request/conflict', `a lettering that is ${before.state} is asked for anew`);
  const [after] = await trx('letterings')
    .where('id', id)
    .update({ state, note, decided_at: new Date(now) })
    .returning<Record[]>(COLUMNS);
  const { tenant } = before;
  if (state === 'active')
    await insertUsage(trx, [{ tenant, kind: 'lettering', quantity: 1, ref: `lettering/${id}`, at: now }]);
  await recordAudit(trx, actor, { tenant, action: 'lettering.decide', subject: id, detail: { state } });
  return after === undefined ? undefined : toRow(after);
}

const toRow = ({ requested_at, decided_at, ...record }: Record): LetteringRow => ({
  ...record,
  requestedAt: requested_at.getTime(),
  decidedAt: decided_at?.getTime() ?? null,
});
