import { z } from 'zod';
import { Instant, Line, Moment, RowId } from './instants.ts';
import { API_KEY_SCOPES } from './permissions.ts';

/** Keys of programs (S17). The token itself is shown once, when it is made; we keep its SHA-256. */
export const ApiKeyView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    prefix: z.string().meta({ example: 'cw_7Fq2mK1x', description: 'By which a person tells keys apart' }),
    scopes: z.array(z.enum(API_KEY_SCOPES)),
    createdBy: z.string().nullable().meta({ description: 'Name of who made it' }),
    createdAt: Instant,
    lastUsedAt: Instant.nullable().meta({ description: 'To the minute' }),
    revokedAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyView = z.infer<typeof ApiKeyView>;

export const ApiKeyListView = z.strictObject({ apiKeys: z.array(ApiKeyView) }).meta({ id: 'ApiKeyList' });
export type ApiKeyListView = z.infer<typeof ApiKeyListView>;

/** The only answer that holds a token. */
export const NewApiKeyView = z
  .strictObject({ ...ApiKeyView.shape, token: z.string().meta({ description: 'Shown this once' }) })
  .meta({ id: 'NewApiKey' });
export type NewApiKeyView = z.infer<typeof NewApiKeyView>;

export const NewApiKey = z
  .strictObject({
    name: Line(80),
    scopes: z
      .array(z.enum(API_KEY_SCOPES))
      .min(1)
      .max(API_KEY_SCOPES.length)
      .refine((scopes) => new Set(scopes).size === scopes.length, 'a scope stands twice'),
    expiresAt: Moment.nullable().default(null),
  })
  .meta({ id: 'NewApiKeyRequest' });
export type NewApiKey = z.infer<typeof NewApiKey>;

export const ApiKeyParams = z.strictObject({ id: RowId });
