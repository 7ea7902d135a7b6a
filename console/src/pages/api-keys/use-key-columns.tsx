import { StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyView } from '../../../../contracts/api/api-keys.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { keyState } from './key-state.ts';

const TONE = { active: 'ok', expired: 'idle', revoked: 'bad' } as const;

/** What the list shows of a key; `revoke` is pressed in the row. */
export function useKeyColumns(revoke: (key: ApiKeyView) => void): readonly Column<ApiKeyView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('apiKeys.field.name'),
        cell: ({ name }) => <strong>{name}</strong>,
        sortBy: ({ name }) => name,
        fixed: true,
      },
      { key: 'prefix', title: t('apiKeys.field.prefix'), cell: ({ prefix }) => <code>{prefix}…</code> },
      {
        key: 'scopes',
        title: t('apiKeys.field.scopes'),
        cell: ({ scopes }) => scopes.map((scope) => t(`apiKeys.scope.${scope}`)).join(', '),
      },
      {
        key: 'state',
        title: t('apiKeys.field.state'),
        cell: (key) => {
          const state = keyState(key, Date.now());
          return (
            <StatusTag
              tone={TONE[state]}
              {...(state === 'revoked' ? { icon: <StopOutlined aria-hidden /> } : {})}
            >
              {t(`apiKeys.state.${state}`)}
            </StatusTag>
          );
        },
      },
      {
        key: 'lastUsed',
        title: t('apiKeys.field.lastUsed'),
        cell: ({ lastUsedAt }) =>
          lastUsedAt === null ? (
            <span className="cw-muted">{t('apiKeys.neverUsed')}</span>
          ) : (
            <DateTime at={lastUsedAt} />
          ),
        sortBy: ({ lastUsedAt }) => lastUsedAt,
      },
      {
        key: 'expires',
        title: t('apiKeys.field.expires'),
        cell: ({ expiresAt }) =>
          expiresAt === null ? (
            <span className="cw-muted">{t('apiKeys.noEnd')}</span>
          ) : (
            <DateTime at={expiresAt} />
          ),
        sortBy: ({ expiresAt }) => expiresAt,
      },
      {
        key: 'createdBy',
        title: t('apiKeys.field.createdBy'),
        cell: ({ createdBy }) => createdBy ?? '–',
        hiddenAtFirst: true,
      },
      {
        key: 'createdAt',
        title: t('apiKeys.field.createdAt'),
        cell: ({ createdAt }) => <DateTime at={createdAt} />,
        sortBy: ({ createdAt }) => createdAt,
        hiddenAtFirst: true,
      },
      {
        key: 'revoke',
        title: t('apiKeys.revoke'),
        fixed: true,
        cell: (key) =>
          key.revokedAt === null ? (
            <Button
              danger
              size="small"
              aria-label={t('apiKeys.revokeOf', { name: key.name })}
              onClick={() => revoke(key)}
            >
              {t('apiKeys.revoke')}
            </Button>
          ) : (
            <span className="cw-muted">–</span>
          ),
      },
    ],
    [t, revoke],
  );
}
