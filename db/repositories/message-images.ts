import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';

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
