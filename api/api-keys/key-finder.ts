import { API_KEY_SCOPES } from '../../contracts/api/permissions.ts';
import type { ApiKeys } from '../../db/repositories/api-keys.ts';
import { apiItself, type KeyFinder } from '../session/account-parts.ts';
import { hashOfKeyToken } from './key-token.ts';

/**
 * Finds the actor of an API key's token; undefined for an unknown, revoked or expired one. A scope that this version
 * does not give any more counts for nothing.
 */
export const createKeyFinder = (apiKeys: Pick<ApiKeys, 'use'>): KeyFinder => ({
  async find(token) {
    const hash = hashOfKeyToken(token);
    const key = hash === undefined ? undefined : await apiKeys.use(apiItself, hash);
    if (key === undefined) return undefined;
    const scopes = API_KEY_SCOPES.filter((scope) => key.scopes.includes(scope));
    return { kind: 'api-key', key: key.id, tenant: key.tenant, scopes };
  },
});
