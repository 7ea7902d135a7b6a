import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';

export type PromptCatalogs = {
  /**
   * Current files of a company as the compiler looks for them: path → length, words, prompt and language. A sound that
   * two prompts share stands under the one that came last; speech of a text gives way to a prompt.
   */
  entriesOf(actor: Actor, tenant: TenantId): Promise<PromptCatalog>;
};

type Entry = { path: string; ms: number; text: string; prompt: string | null; language: Language };

/** Table `prompt_files`, as a catalog. */
export function createPromptCatalogs(knex: Knex): PromptCatalogs {
  return {
    async entriesOf(actor, tenant) {
      requireTenant(actor, tenant);
      const rows = await query(
        knex('prompt_files')
          .select<Entry[]>('path', 'ms', 'text', 'prompt', 'language')
          .where({ tenant, current: true })
          .orderByRaw('prompt is null desc, created_at, id'),
      );
      return Object.fromEntries(
        rows.map(({ path, ms, text, prompt, language }) => [
          path,
          { ms: Math.max(ms, 1), text, language, ...(prompt === null ? {} : { prompt }) },
        ]),
      );
    },
  };
}
