import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { DialDigits, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A number as people look at it: with the version that answers it. Instants in ms. */
export type NumberDetail = {
  digits: DialDigits;
  tenant: TenantId;
  enabled: boolean;
  fallbackPrompt: string;
  /** Since when it leads where it does now. */
  since: number;
  updatedAt: number;
  scenario: {
    hash: ScenarioHash;
    name: string;
    version: number;
    publishedAt: number;
    /** By name, as published; read with the schema of calendars. */
    calendars: unknown;
  } | null;
};

export type NumberChange = {
  scenario?: ScenarioHash | null;
  fallbackPrompt?: string;
  enabled?: boolean;
};

export type NumbersList = {
  list(actor: Actor): Promise<NumberDetail[]>;
  detail(actor: Actor, digits: DialDigits): Promise<NumberDetail | undefined>;
  /**
   * Changes a number that is as the editor saw it, with its audit entry in the same transaction; switch workers hear of
   * it by NOTIFY. Throws `request/not-found`, `scenario/not-found`, or `request/conflict` when somebody was faster.
   */
  change(actor: Actor, digits: DialDigits, change: NumberChange, seenUpdatedAt: number): Promise<void>;
};

type Row = {
  digits: DialDigits;
  tenant: TenantId;
  enabled: boolean;
  fallbackPrompt: string;
  since: Date;
  updatedAt: Date;
  hash: ScenarioHash | null;
  name: string;
  version: number;
  publishedAt: Date;
  calendars: unknown;
};

/** Table `numbers` with the versions that answer. */
export function createNumbersList(knex: Knex): NumbersList {
  const read = async (
    actor: Actor,
    narrow: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<NumberDetail[]> => {
    const rows = knex('numbers')
      .leftJoin('scenario_versions as version', {
        'version.tenant': 'numbers.tenant',
        'version.hash': 'numbers.scenario_hash',
      })
      .select({
        digits: 'numbers.digits',
        tenant: 'numbers.tenant',
        enabled: 'numbers.enabled',
        fallbackPrompt: 'numbers.fallback_prompt',
        since: 'numbers.since',
        updatedAt: 'numbers.updated_at',
        hash: 'version.hash',
        name: 'version.name',
        version: 'version.version',
        publishedAt: 'version.published_at',
      })
      .select(knex.raw("version.document -> 'calendars' as calendars"))
      .orderBy('numbers.digits');
    return (await query<Row[]>(visibleTo(narrow(rows), actor, 'numbers.tenant'))).map(toDetail);
  };
  return {
    list: (actor) => read(actor, (rows) => rows),
    detail: async (actor, digits) => (await read(actor, (rows) => rows.where('numbers.digits', digits)))[0],
    change: (actor, digits, change, seenUpdatedAt) =>
      query(knex.transaction((transaction) => write(transaction, actor, digits, change, seenUpdatedAt))),
  };
}

async function write(
  transaction: Knex.Transaction,
  actor: Actor,
  digits: DialDigits,
  change: NumberChange,
  seenUpdatedAt: number,
): Promise<void> {
  const row = transaction('numbers').where({ digits }).forUpdate();
  const [found] = await visibleTo(row, actor).select<{ tenant: TenantId; updated_at: Date }[]>(
    'tenant',
    'updated_at',
  );
  if (found === undefined) throw new CallwrightError('request/not-found', 'no such number');
  if (found.updated_at.getTime() !== seenUpdatedAt)
    throw new CallwrightError('request/conflict', 'somebody changed this number meanwhile: look again');
  const { tenant } = found;
  const { scenario, fallbackPrompt, enabled } = change;
  if (typeof scenario === 'string') {
    const version = await transaction('scenario_versions').where({ hash: scenario, tenant }).first('hash');
    if (version === undefined) throw new CallwrightError('scenario/not-found', 'no such scenario version');
  }
  const leadsElsewhere = scenario !== undefined || enabled !== undefined;
  const now = transaction.fn.now();
  await transaction('numbers')
    .where({ digits })
    .update({
      ...(scenario === undefined ? {} : { scenario_hash: scenario }),
      ...(fallbackPrompt === undefined ? {} : { fallback_prompt: fallbackPrompt }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(leadsElsewhere ? { since: now } : {}),
      edited_at: now,
      updated_at: now,
    });
  const detail = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await recordAudit(transaction, actor, { tenant, action: 'number.change', subject: digits, detail });
}

function toDetail(row: Row): NumberDetail {
  const { hash, name, version, publishedAt, calendars, ...number } = row;
  return {
    ...number,
    since: row.since.getTime(),
    updatedAt: row.updatedAt.getTime(),
    scenario: hash === null ? null : { hash, name, version, publishedAt: publishedAt.getTime(), calendars },
  };
}
