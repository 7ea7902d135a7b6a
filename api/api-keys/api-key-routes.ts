import { ApiKeyListView, ApiKeyParams, NewApiKey, NewApiKeyView } from '../../contracts/api/api-keys.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Route } from '../http/route.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-key-handlers.ts';

type Parts = { repositories: Pick<Repositories, 'apiKeys' | 'users'>; clock?: () => number };

/** Keys of programs. */
export const apiKeyRoutes = ({ repositories, clock }: Parts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/api-keys',
    access: 'api-keys.manage',
    describe: { summary: 'API keys, newest first, revoked ones too', answer: ApiKeyListView },
    handler: listApiKeys(repositories),
  },
  {
    method: 'post',
    path: '/api/v1/api-keys',
    access: 'api-keys.manage',
    describe: {
      summary: 'Makes an API key; the only answer that holds its token',
      body: NewApiKey,
      answer: NewApiKeyView,
    },
    handler: createApiKey(repositories, clock ?? Date.now),
  },
  {
    method: 'delete',
    path: '/api/v1/api-keys/:id',
    access: 'api-keys.manage',
    describe: { summary: 'Revokes an API key with its next request', params: ApiKeyParams },
    handler: revokeApiKey(repositories),
  },
];
