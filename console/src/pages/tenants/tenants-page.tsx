import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenantView } from '../../../../contracts/api/tenants.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { TenantForm } from './tenant-form.tsx';
import { tenantsQuery } from './tenants-query.ts';

/** Customer companies; for platform administrators. */
export function TenantsPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(tenantsQuery);
  const [open, setOpen] = useState<TenantView | 'new' | null>(null);
  const columns = useMemo(
    (): readonly Column<TenantView>[] => [
      {
        key: 'name',
        title: t('tenants.name'),
        cell: ({ name }) => <strong>{name}</strong>,
        sortBy: ({ name }) => name,
        fixed: true,
      },
      { key: 'id', title: t('tenants.id'), cell: ({ id }) => <code>{id}</code> },
    ],
    [t],
  );
  return (
    <>
      <PageHeader title={t('tenants.title')} lead={t('tenants.lead')}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen('new')}>
          {t('tenants.create')}
        </Button>
      </PageHeader>
      <Loaded query={list}>
        {({ tenants }) => (
          <DataTable<TenantView>
            name="tenants"
            label={t('tenants.list')}
            columns={columns}
            rows={tenants}
            rowKey={({ id }) => id}
            onOpen={setOpen}
            openKey={open === 'new' ? null : open?.id}
            toolbar={<span className="cw-muted">{t('tenants.count', { total: tenants.length })}</span>}
            empty={<EmptyState title={t('tenants.emptyTitle')} advice={t('tenants.emptyHint')} />}
          />
        )}
      </Loaded>
      <SidePanel
        open={open !== null}
        title={t(open === 'new' ? 'tenants.create' : 'tenants.rename')}
        onClose={() => setOpen(null)}
      >
        <TenantForm tenant={open === 'new' ? null : open} onDone={() => setOpen(null)} />
      </SidePanel>
    </>
  );
}
