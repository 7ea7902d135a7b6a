import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

/** Announced when files are added or wanted again. */
export const PROMPT_FILES_CHANGED = 'prompt_files_changed';

/** How long a file stays on the nodes after nothing could play it any more, days: longer than any call. */
const KEPT_DAYS = 7;

export type SpreadFile = { sha256: string; size: number };

/** Which node has which file. For our own processes. */
export type PromptSpread = {
  /** Files that a node should have: those in use, and those that were until some days ago. */
  wanted(actor: Actor): Promise<SpreadFile[]>;
  bytes(actor: Actor, sha256: string): Promise<Uint8Array | undefined>;
  /** What a node has said that it has. */
  held(actor: Actor, node: string): Promise<Set<string>>;
  hold(actor: Actor, node: string, sha256: string): Promise<void>;
  drop(actor: Actor, node: string, sha256: string): Promise<void>;
  /** Asks the nodes for files, by their paths: what is published next needs them. */
  want(actor: Actor, paths: readonly string[]): Promise<void>;
  /** Pairs of node and path that are not there yet; a path that no company has is missing everywhere. */
  missing(
    actor: Actor,
    nodes: readonly string[],
    paths: readonly string[],
  ): Promise<{ node: string; path: string }[]>;
};

/** Files of current rows, and those that stand in the compiled parts of a version that calls get now. */
const IN_USE = `
  select sha256 from prompt_files where current
  union
  select f.sha256 from scenario_versions v
  cross join lateral regexp_matches(v.parts::text, 'u/([0-9a-f]{32})[.]wav', 'g') as found
  join prompt_files f on f.path = 'u/' || found[1] || '.wav'
  where exists (select from numbers n where n.tenant = v.tenant and n.scenario_hash = v.hash)
     or exists (select from scenarios s where s.tenant = v.tenant and s.live_hash = v.hash and s.removed_at is null)`;

/** Tables `prompt_spread` and `audio_blobs`. */
export function createPromptSpread(knex: Knex): PromptSpread {
  return {
    async wanted(actor) {
      requireSystem(actor);
      await query(
        knex.raw(`
        update audio_blobs set wanted_at = now()
        where wanted_at < now() - interval '1 hour' and sha256 in (${IN_USE})`),
      );
      return query(
        knex('audio_blobs')
          .select<SpreadFile[]>('sha256', 'size')
          .whereRaw('wanted_at > now() - make_interval(days => ?)', [KEPT_DAYS])
          .orderBy('sha256'),
      );
    },
    async bytes(actor, sha256) {
      requireSystem(actor);
      const row = knex('audio_blobs').first<{ bytes: Buffer }>('bytes').where('sha256', sha256);
      return (await query(row))?.bytes;
    },
    async held(actor, node) {
      requireSystem(actor);
      const rows = knex('prompt_spread').select<{ sha256: string }[]>('sha256').where('node', node);
      return new Set((await query(rows)).map(({ sha256 }) => sha256));
    },
    async hold(actor, node, sha256) {
      requireSystem(actor);
      await query(
        knex('prompt_spread')
          .insert({ node, sha256 })
          .onConflict(['node', 'sha256'])
          .merge({ at: knex.fn.now() }),
      );
    },
    async drop(actor, node, sha256) {
      requireSystem(actor);
      await query(knex('prompt_spread').where({ node, sha256 }).delete());
    },
    want: (actor, paths) => query(want(knex, actor, paths)),
    missing: (_actor, nodes, paths) => query(missing(knex, nodes, paths)),
  };
}

async function want(knex: Knex, actor: Actor, paths: readonly string[]): Promise<void> {
  const tenant = tenantOf(actor);
  const files = knex('prompt_files')
    .select('sha256')
    .whereIn('path', [...paths]);
  if (tenant !== undefined) files.where('tenant', tenant);
  await knex('audio_blobs').whereIn('sha256', files).update({ wanted_at: knex.fn.now() });
}

async function missing(
  knex: Knex,
  nodes: readonly string[],
  paths: readonly string[],
): Promise<{ node: string; path: string }[]> {
  const { rows } = (await knex.raw(
    `select wish.node, wish.path
     from (select node, path from unnest(?::text[]) as node, unnest(?::text[]) as path) as wish
     where not exists (
       select from prompt_spread s join prompt_files f on f.sha256 = s.sha256
       where s.node = wish.node and f.path = wish.path)
     order by 1, 2`,
    [[...nodes], [...paths]],
  )) as { rows: { node: string; path: string }[] };
  return rows;
}
