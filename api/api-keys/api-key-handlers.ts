import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import {
  type ApiKeyListView,
  ApiKeyParams,
  type ApiKeyView,
  NewApiKey,
  type NewApiKeyView,
} from '../../contracts/api/api-keys.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ApiKeyRow } from '../../db/repositories/api-keys.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { iso, isoOrNull } from '../http/iso.ts';
import { render } from '../http/render.ts';
import { newKeyToken } from './key-token.ts';

type Tables = Pick<Repositories, 'apiKeys' | 'users'>;

const toView = (row: ApiKeyRow, createdBy: string | null): ApiKeyView => ({
  id: row.id,
  tenant: row.tenant,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdBy,
  createdAt: iso(row.createdAt),
  lastUsedAt: isoOrNull(row.lastUsedAt),
  revokedAt: isoOrNull(row.revokedAt),
  expiresAt: isoOrNull(row.expiresAt),
});

/** `GET /api/v1/api-keys`. */
export const listApiKeys =
  ({ apiKeys, users }: Tables): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const [rows, people] = await Promise.all([apiKeys.list(actor), users.list(actor)]);
    const names = new Map(people.map((user) => [user.id, user.name]));
    const view: ApiKeyListView = {
      apiKeys: rows.map((row) => toView(row, names.get(row.createdBy ?? '') ?? null)),
    };
    render(request, response, 'apiKeyList', view);
  };

/** `POST /api/v1/api-keys`: the key belongs to the company of who makes it. */
export const createApiKey =
  ({ apiKeys, users }: Tables, now: () => number): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { name, scopes, expiresAt } = NewApiKey.parse(request.body);
    if (actor.kind !== 'user') throw new CallwrightError('auth/forbidden', 'only people make API keys');
    if (expiresAt !== null && expiresAt <= now())
      throw new CallwrightError('request/invalid', 'expiresAt lies in the past');
    const { token, prefix, hash } = newKeyToken();
    const row = await apiKeys.create(actor, {
      id: randomUUID(),
      tenant: actor.tenant,
      name,
      prefix,
      scopes,
      expiresAt,
      tokenHash: hash,
    });
    const maker = await users.get(actor, actor.user);
    const view: NewApiKeyView = { ...toView(row, maker?.name ?? null), token };
    render(request, response, 'newApiKey', view);
  };

/** `DELETE /api/v1/api-keys/{id}`. */
export const revokeApiKey =
  ({ apiKeys }: Tables): RequestHandler =>
  async (request, response) => {
    const { id } = ApiKeyParams.parse(request.params);
    if (!(await apiKeys.revoke(actorOf(response), id)))
      throw new CallwrightError('request/not-found', 'no such API key');
    response.status(204).end();
  };
