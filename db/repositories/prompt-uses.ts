import type { Knex } from 'knex';
import { z } from 'zod';
import type { TenantId } from '../../contracts/ids.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';

/** A block that names a prompt. */
export type PromptUse = { scenario: string | null; name: string; place: string; in: 'draft' | 'live' };

/** Drafts, and versions that a number or a scenario leads to, of one company (or of all: null). */
const DOCUMENTS = `
  select id::text as scenario, name, document, 'draft' as "in", tenant from scenarios
  where removed_at is null and (?::uuid is null or tenant = ?)
  union all
  select v.scenario::text, v.name, v.document, 'live', v.tenant from scenario_versions v
  where (?::uuid is null or v.tenant = ?) and (
    exists (select from numbers n where n.tenant = v.tenant and n.scenario_hash = v.hash)
    or exists (select from scenarios s where s.tenant = v.tenant and s.live_hash = v.hash and s.removed_at is null))`;

/** jsonb's own way of writing a key and its value. */
const NAMED = '"prompt": "([0-9a-f]{8}-[0-9a-f-]{27})"';

/** How many scenarios name each prompt, by the prompt's id. */
export async function countPromptUses(
  knex: Knex,
  tenant: TenantId | undefined,
): Promise<Map<string, number>> {
  const owner = tenant ?? null;
  const { rows } = (await knex.raw(
    `select found[1] as prompt, count(distinct coalesce(scenario, name))::int as uses
     from (${DOCUMENTS}) as documents, regexp_matches(document::text, ?, 'g') as found group by 1`,
    [owner, owner, owner, owner, NAMED],
  )) as { rows: { prompt: string; uses: number }[] };
  return new Map(rows.map(({ prompt, uses }) => [prompt, uses]));
}

/** Blocks that name a prompt of the company. */
export async function findPromptUses(knex: Knex, tenant: TenantId, prompt: string): Promise<PromptUse[]> {
  const { rows } = (await knex.raw(
    `select scenario, name, document, "in" from (${DOCUMENTS}) as documents
     where strpos(document::text, ?) > 0 order by name, "in"`,
    [tenant, tenant, tenant, tenant, `"prompt": "${prompt}"`],
  )) as { rows: (Omit<PromptUse, 'place'> & { document: unknown })[] };
  return rows.flatMap(({ document, ...use }) =>
    placesOf(document, prompt).map((place) => ({ ...use, place })),
  );
}

const Blocks = z.record(z.string(), z.unknown()).catch({});
/** As much of a document as finds blocks; a draft may hold anything. */
const Document = z.object({
  blocks: Blocks,
  subScenarios: z.record(z.string(), z.object({ blocks: Blocks }).catch({ blocks: {} })).catch({}),
});

function placesOf(document: unknown, prompt: string): string[] {
  const read = Document.safeParse(document);
  if (!read.success) return [];
  const { blocks: main, subScenarios } = read.data;
  return Object.entries({ [MAIN_PART]: { blocks: main }, ...subScenarios }).flatMap(([part, { blocks }]) =>
    Object.entries(blocks)
      .filter(([, block]) => JSON.stringify(block).includes(`"prompt":"${prompt}"`))
      .map(([block]) => `${part}/${block}`),
  );
}
