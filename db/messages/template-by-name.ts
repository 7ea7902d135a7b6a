import type { Knex } from 'knex';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';

/** Id of the company's living template of that name; undefined without one. By the unique index, since a call waits. */
export async function templateByName(
  { knex }: { knex: Knex },
  tenant: TenantId,
  name: string,
): Promise<string | undefined> {
  const select = knex('message_templates').select<{ id: string }[]>('id').where({ tenant, name });
  const [found] = await query(select.whereNull('removed_at'));
  return found?.id;
}
