import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';

export type ImageRow = { id: string; tenant: TenantId; size: number; width: number; height: number };

export type MessageImages = {
  /** The same picture of a company is kept once. */
  add(
    actor: Actor,
    tenant: TenantId,
    image: { bytes: Uint8Array; width: number; height: number },
  ): Promise<ImageRow>;
  read(actor: Actor, id: string): Promise<(ImageRow & { bytes: Uint8Array }) | undefined>;
};

const COLUMNS = ['id', 'tenant', 'size', 'width', 'height'];

/** Table `message_images`. */
export function createMessageImages(knex: Knex): MessageImages {
  return {
    async add(actor, tenant, { bytes, width, height }) {
      requireTenant(actor, tenant);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const [row] = await query(
        knex('message_images')
          .insert({
            id: knex.raw('gen_random_uuid()'),
            tenant,
            bytes: Buffer.from(bytes),
            size: bytes.length,
            width,
            height,
            sha256,
          })
          .onConflict(['tenant', 'sha256'])
          // Writes what is there already: without it the row that was there would not be returned.
          .merge(['width', 'height'])
          .returning<ImageRow[]>(COLUMNS),
      );
      if (row === undefined) throw new CallwrightError('server/bug', 'an image that was added is not there');
      return row;
    },
    async read(actor, id) {
      const select = knex('message_images')
        .select<(ImageRow & { bytes: Buffer })[]>([...COLUMNS, 'bytes'])
        .where('id', id);
      const [found] = await query<(ImageRow & { bytes: Buffer })[]>(visibleTo(select, actor));
      return found;
    },
  };
}
