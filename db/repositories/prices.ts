import type { Knex } from 'knex';
import { type Actor, may, tenantOf } from '../../contracts/api/actor.ts';
import type { PriceDraft, PriceView } from '../../contracts/api/usage.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { TenantId } from '../../contracts/ids.ts';
import { MESSAGE_CHANNELS, type MessageChannel } from '../../contracts/message/kinds.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A price in force from `from` until the day before the next one of its kind and company begins; days of Seoul. */
export type PriceRow = PriceView;

/** Changes are recorded in the audit log, and are for whoever has `prices.manage`. */
export type Prices = {
  /** The general ones and the actor's own, by kind and day. */
  list(actor: Actor): Promise<PriceRow[]>;
  /** `request/conflict` when one begins on that day. */
  add(actor: Actor, price: PriceDraft): Promise<PriceRow>;
  /** False when there is none; `request/conflict` once it is in force. `now` in ms. */
  remove(actor: Actor, id: string, now: number): Promise<boolean>;
  /** Won for one piece on the day of `now` in Seoul. */
  today(actor: Actor, tenant: TenantId, now: number): Promise<Partial<Record<MessageChannel, number>>>;
};

type PriceRecord = Omit<PriceRow, 'won'> & { won: string };

/** Table `prices`. */
export function createPrices(knex: Knex): Prices {
  return {
    async list(actor) {
      const tenant = tenantOf(actor) ?? null;
      const { rows } = await query<{ rows: PriceRecord[] }>(knex.raw(LIST, [tenant, tenant]));
      return rows.map(toPrice);
    },
    async add(actor, { tenant, kind, won, from }) {
      requireMayPrice(actor);
      return query(
        knex.transaction(async (trx) => {
          const made = await trx('prices')
            .insert({ id: trx.raw('gen_random_uuid()'), tenant, kind, won, valid_from: from })
            .onConflict(['kind', 'tenant', 'valid_from'])
            .ignore()
            .returning<{ id: string }[]>('id');
          const id = made[0]?.id;
          if (id === undefined)
            throw new CallwrightError('request/conflict', 'a price of that kind begins on that day already');
          await note(trx, actor, 'price.add', id, { tenant, kind, won, from });
          const { rows } = (await trx.raw(LIST, [null, null])) as { rows: PriceRecord[] };
          const added = rows.find((row) => row.id === id);
          if (added === undefined)
            throw new CallwrightError('server/bug', 'a price that was added is not there');
          return toPrice(added);
        }),
      );
    },
    async remove(actor, id, now) {
      requireMayPrice(actor);
      return query(
        knex.transaction(async (trx) => {
          const [found] = await trx('prices')
            .select<Removed[]>(
              'tenant',
              'kind',
              'won',
              trx.raw('to_char(valid_from, \'YYYY-MM-DD\') as "from"'),
            )
            .where('id', id)
            .forUpdate();
          if (found === undefined) return false;
          if (found.from <= dayInSeoul(now))
            throw new CallwrightError('request/conflict', 'this price is in force: add the next one instead');
          await trx('prices').where('id', id).delete();
          await note(trx, actor, 'price.remove', id, { ...found, won: Number(found.won) });
          return true;
        }),
      );
    },
    async today(actor, tenant, now) {
      requireTenant(actor, tenant);
      const { rows } = await query<{ rows: { kind: MessageChannel; won: string }[] }>(
        knex.raw(TODAY, [[...MESSAGE_CHANNELS], dayInSeoul(now), tenant]),
      );
      return Object.fromEntries(rows.map(({ kind, won }) => [kind, Number(won)]));
    },
  };
}

type Removed = Pick<PriceRecord, 'tenant' | 'kind' | 'won' | 'from'>;

const toPrice = (row: PriceRecord): PriceRow => ({ ...row, won: Number(row.won) });

/** Korea is nine hours before UTC all year. */
const dayInSeoul = (ms: number): string => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 10);

function requireMayPrice(actor: Actor): void {
  if (!may(actor, 'prices.manage'))
    throw new CallwrightError('auth/forbidden', 'prices are the platform’s to set');
}

const note = (
  trx: Knex,
  actor: Actor,
  action: string,
  subject: string,
  { tenant, ...detail }: { tenant: string | null; kind: string; won: number; from: string },
): Promise<void> =>
  recordAudit(trx, actor, {
    ...(tenant === null ? {} : { tenant: TenantId.parse(tenant) }),
    action,
    subject,
    detail,
  });

/** The next price of the same kind and company ends one; a company sees the general ones and its own. */
const LIST = `
  select id, tenant, kind, won, to_char(valid_from, 'YYYY-MM-DD') as "from", to_char(
    lead(valid_from) over (partition by kind, tenant order by valid_from) - 1, 'YYYY-MM-DD') as until
  from prices where ?::uuid is null or tenant is null or tenant = ?
  order by kind, tenant nulls first, valid_from desc`;

const TODAY = `
  select distinct on (kind) kind, won from prices
  where kind = any (?) and valid_from <= ? and (tenant is null or tenant = ?)
  order by kind, tenant is null, valid_from desc`;
