import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyView } from '../../../../contracts/api/api-keys.ts';
import { request } from '../../api/client.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { apiKeysQuery } from './api-keys-query.ts';
import { NewKeyPanel } from './new-key-panel.tsx';
import { useKeyColumns } from './use-key-columns.tsx';

/** Keys of programs: made, shown once, revoked. */
export function ApiKeysPage(): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useQuery(apiKeysQuery);
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<ApiKeyView | null>(null);
  const columns = useKeyColumns(setAsked);
  const revoke = useMutation({
    mutationFn: (id: string) => request<undefined>('DELETE', `/api-keys/${id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      setAsked(null);
    },
  });
  return (
    <>
      <PageHeader title={t('apiKeys.title')} lead={t('apiKeys.lead')}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
          {t('apiKeys.create')}
        </Button>
      </PageHeader>
      <Loaded query={list}>
        {({ apiKeys }) => (
          <DataTable<ApiKeyView>
            name="api-keys"
            label={t('apiKeys.list')}
            columns={columns}
            rows={apiKeys}
            rowKey={({ id }) => id}
            toolbar={<span className="cw-muted">{t('apiKeys.count', { total: apiKeys.length })}</span>}
            empty={<EmptyState title={t('apiKeys.emptyTitle')} advice={t('apiKeys.emptyHint')} />}
          />
        )}
      </Loaded>
      <NewKeyPanel open={making} onClose={() => setMaking(false)} />
      <ConfirmDanger
        open={asked !== null}
        title={t('apiKeys.revokeTitle', { name: asked?.name ?? '' })}
        action={t('apiKeys.revoke')}
        pending={revoke.isPending}
        problem={revoke.error}
        onConfirm={() => asked !== null && revoke.mutate(asked.id)}
        onClose={() => {
          setAsked(null);
          revoke.reset();
        }}
      >
        {t('apiKeys.revokeWords')}
      </ConfirmDanger>
    </>
  );
}
