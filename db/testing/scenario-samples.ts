import { randomUUID } from 'node:crypto';
import type { Actor } from '../../contracts/api/actor.ts';
import { ScenarioHash, type TenantId } from '../../contracts/ids.ts';
import type { PublishedDraft } from '../repositories/scenario-publish.ts';

/** Values that tests of scenarios start from. */
export const newHash = (): ScenarioHash =>
  ScenarioHash.parse(`${randomUUID()}${randomUUID()}`.replaceAll('-', ''));

/** A document whose only meaning is its number of blocks. */
export const documentOf = (name: string, blocks = 1) => ({
  name,
  blocks: Object.fromEntries(Array.from({ length: blocks }, (_, at) => [`b${at}`, { type: 'hangup' }])),
});

export const draftOf = (name: string, blocks = 1) => ({
  name,
  document: documentOf(name, blocks),
  layout: {},
});

export const publishedOf = (revision: number, document: unknown, hash = newHash()): PublishedDraft => ({
  revision,
  hash,
  document,
  parts: { main: {} },
  note: '',
});

export const personOf = (tenant: TenantId, user: string): Actor => ({
  kind: 'user',
  user,
  tenant,
  role: 'company-admin',
});
