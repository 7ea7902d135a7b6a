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
  /** The scenario whose published version it gets. */
  follows: Named | null;
  calendar: Named | null;
};
type Named = { id: string; name: string };

export type NumberChange = {
  /** One version for good; with it the number follows nothing any more. */
  scenario?: ScenarioHash | null;
  follows?: string | null;
  calendar?: string | null;
  fallbackPrompt?: string;
  enabled?: boolean;
};

export type NumbersList = {
  list(actor: Actor): Promise<NumberDetail[]>;
  detail(actor: Actor, digits: DialDigits): Promise<NumberDetail | undefined>;
  /**
   * Changes a number that is as the editor saw it, with its audit entry in the same transaction; switch workers hear of
   * it by NOTIFY. Throws `request/not-found`, `scenario/not-found`, or `request/conflict` when somebody was faster or the
   * scenario to follow has no published version.
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
  follows: Named | null;
  calendar: Named | null;
};

/** A row of another table as JSON, null where there is none. */
const named = (table: string): string =>
  `case when ${table}.id is null then null else jsonb_build_object('id', ${table}.id, 'name', ${table}.name) end`;

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
      .leftJoin('scenarios as followed', 'followed.id', 'numbers.scenario')
      .leftJoin('calendars as hours', 'hours.id', 'numbers.calendar')
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
      .select(knex.raw(`${named('followed')} as follows, ${named('hours')} as calendar`))
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
  // The scenario is locked before the number, as publishing does.
  const live = typeof change.follows === 'string' ? await liveHash(transaction, actor, change.follows) : null;
  const row = transaction('numbers').where({ digits }).forUpdate();
  const [found] = await visibleTo(row, actor).select<{ tenant: TenantId; updated_at: Date }[]>(
    'tenant',
    'updated_at',
  );
  if (found === undefined) throw new CallwrightError('request/not-found', 'no such number');
  if (found.updated_at.getTime() !== seenUpdatedAt)
    throw new CallwrightError('request/conflict', 'somebody changed this number meanwhile: look again');
  const { tenant } = found;
  if (live !== null && live.tenant !== tenant) throw noScenario();
  await requireOwn(transaction, tenant, change);
  const now = transaction.fn.now();
  const leads = leadingColumns(change, live?.hash);
  await transaction('numbers')
    .where({ digits })
    .update({
      ...leads,
      ...(change.calendar === undefined ? {} : { calendar: change.calendar }),
      ...(change.fallbackPrompt === undefined ? {} : { fallback_prompt: change.fallbackPrompt }),
      ...('scenario_hash' in leads || 'enabled' in leads ? { since: now } : {}),
      edited_at: now,
      updated_at: now,
    });
  const detail = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await recordAudit(transaction, actor, { tenant, action: 'number.change', subject: digits, detail });
}

/** What a scenario has published; locked, so that nobody publishes or removes it meanwhile. */
async function liveHash(
  transaction: Knex.Transaction,
  actor: Actor,
  id: string,
): Promise<{ tenant: TenantId; hash: ScenarioHash }> {
  const row = transaction('scenarios').where({ id }).whereNull('removed_at').forShare();
  const [found] = await visibleTo(row, actor).select<{ tenant: TenantId; hash: ScenarioHash | null }[]>(
    'tenant',
    { hash: 'live_hash' },
  );
  if (found === undefined) throw noScenario();
  const { tenant, hash } = found;
  if (hash === null)
    throw new CallwrightError(
      'request/conflict',
      'this scenario has no published version yet: publish it first',
    );
  return { tenant, hash };
}

const noScenario = (): CallwrightError => new CallwrightError('scenario/not-found', 'no such scenario');

/** A number leads to versions of its own company, and has hours of its own company. */
async function requireOwn(
  transaction: Knex.Transaction,
  tenant: TenantId,
  { scenario, calendar }: NumberChange,
): Promise<void> {
  if (typeof scenario === 'string') {
    const version = await transaction('scenario_versions').where({ hash: scenario, tenant }).first('hash');
    if (version === undefined) throw new CallwrightError('scenario/not-found', 'no such scenario version');
  }
  if (typeof calendar === 'string') {
    const hours = transaction('calendars').where({ id: calendar, tenant }).whereNull('removed_at');
    if ((await hours.first('id')) === undefined)
      throw new CallwrightError('request/not-found', 'no such calendar');
  }
}

/** Who chooses a version follows nothing any more; who ceases to follow keeps the version that is there. */
function leadingColumns(
  { scenario, follows, enabled }: NumberChange,
  live: ScenarioHash | undefined,
): { scenario_hash?: ScenarioHash | null; scenario?: string | null; enabled?: boolean } {
  return {
    ...(scenario === undefined ? {} : { scenario_hash: scenario, scenario: null }),
    ...(follows === undefined ? {} : { scenario: follows }),
    ...(live === undefined ? {} : { scenario_hash: live }),
    ...(enabled === undefined ? {} : { enabled }),
  };
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
