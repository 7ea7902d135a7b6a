import { createHash, randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { type Actor, idOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { DialDigits, ScenarioHash, type TenantId } from '../../contracts/ids.ts';
import { LIMITS } from '../../contracts/scenario/draft-limits.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { query } from '../errors.ts';
import { cleanJson } from '../json-rows.ts';
import { requireSystem, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A draft that was linted and compiled. */
export type TrialDraft = {
  hash: ScenarioHash;
  document: unknown;
  parts: Readonly<Record<string, unknown>>;
};

/** What an internal number leads to until then, ms. */
export type Trial = { number: DialDigits; tenant: TenantId; hash: ScenarioHash; until: number };

export type Trials = {
  /**
   * Makes a number lead to a draft for an hour after `now`, ms. The same person's earlier trial of the scenario ends with
   * it. `request/conflict` when the company has as many as it may have; undefined when the actor sees no such scenario.
   */
  open(actor: Actor, scenario: string, draft: TrialDraft, now: number): Promise<Trial | undefined>;
  /** Those that are not over at `now`, of all companies. For our own processes. */
  living(actor: Actor, now: number): Promise<Trial[]>;
};

/** A call that began in the last second of a trial still reads its parts: rows stay twice as long as a call can last. */
const KEPT_MS = 2 * CALL_LIMITS.callMs;
/** Of the million numbers few are ever taken; who finds none in so many draws has met a fault. */
const DRAWS = 20;

/** Table `trials`. */
export function createTrials(knex: Knex): Trials {
  return {
    open: (actor, scenario, draft, now) =>
      query(knex.transaction((trx) => openTrial(trx, actor, scenario, draft, now))),
    async living(actor, now) {
      requireSystem(actor);
      const rows = knex('trials')
        .select<(Omit<Trial, 'until'> & { until: Date })[]>('number', 'tenant', 'hash', 'until')
        .where('until', '>', new Date(now));
      return (await query(rows)).map((row) => ({ ...row, until: row.until.getTime() }));
    },
  };
}

async function openTrial(
  trx: Knex.Transaction,
  actor: Actor,
  scenario: string,
  draft: TrialDraft,
  now: number,
): Promise<Trial | undefined> {
  const select = trx('scenarios').first<{ tenant: TenantId; name: string }>('tenant', 'name');
  const row = await visibleTo(select.where('id', scenario).whereNull('removed_at'), actor);
  if (row === undefined) return undefined;
  const { tenant, name } = row;
  // Two that are opened at once are counted one after the other.
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`trials:${tenant}`]);
  const by = actor.kind === 'user' ? idOf(actor) : null;
  await endEarlier(trx, { tenant, scenario, by }, now);
  const number = await freeNumber(trx);
  // Of its own, also when the draft says what is published: calls of a trial are in no version's figures.
  const hash = ScenarioHash.parse(
    createHash('sha256').update(`${draft.hash}:${number}:${now}`).digest('hex'),
  );
  const until = now + LIMITS.trialMs;
  await trx('trials').insert({
    ...{ number, tenant, scenario, hash, name },
    document: cleanJson(draft.document),
    parts: JSON.stringify(draft.parts),
    until: new Date(until),
    created_by: by,
  });
  const detail = { name, until: new Date(until).toISOString() };
  await recordAudit(trx, actor, { tenant, action: 'scenario.trial', subject: scenario, detail });
  return { number, tenant, hash, until };
}

async function endEarlier(
  trx: Knex.Transaction,
  { tenant, scenario, by }: { tenant: TenantId; scenario: string; by: string | null },
  now: number,
): Promise<void> {
  await trx('trials')
    .where('until', '<', new Date(now - KEPT_MS))
    .delete();
  await trx('trials')
    .where({ tenant, scenario })
    .where('until', '>', new Date(now))
    .whereRaw('created_by is not distinct from ?', [by])
    .update('until', new Date(now));
  const living = trx('trials').where({ tenant }).where('until', '>', new Date(now));
  const [counted] = await living.count<{ count: string }[]>();
  if (Number(counted?.count) >= LIMITS.trialsPerCompany)
    throw new CallwrightError(
      'request/conflict',
      `a company tries at most ${LIMITS.trialsPerCompany} drafts by phone at once: one ends an hour after it began`,
    );
}

/** Eight digits beginning 99, which no carrier gives out: 99 is no area code, and representative numbers begin 1. */
async function freeNumber(trx: Knex.Transaction): Promise<DialDigits> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const number = `99${String(randomInt(1_000_000)).padStart(6, '0')}`;
    const { rows } = (await trx.raw(
      'select 1 from trials where number = ? union all select 1 from numbers where digits = ?',
      [number, number],
    )) as { rows: unknown[] };
    if (rows.length === 0) return DialDigits.parse(number);
  }
  throw new CallwrightError('server/bug', 'no free number for a trial');
}
