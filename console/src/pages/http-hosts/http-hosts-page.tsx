import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HttpHostView } from '../../../../contracts/api/http-hosts.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { HTTP_HOSTS, httpHostsQuery } from './http-hosts-query.ts';
import { NewHttpHostForm } from './new-http-host.tsx';
import { useHostColumns } from './use-host-columns.tsx';

/** Other systems that scenarios may ask: what is on no list is not asked. */
export function HttpHostsPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(httpHostsQuery);
  const manages = useMay('scenarios.publish');
  const [adding, add] = useState(false);
  const [removed, remove] = useState<HttpHostView | null>(null);
  const columns = useHostColumns(remove);
  const change = useChange(HTTP_HOSTS);
  const close = (): void => {
    remove(null);
    change.reset();
  };
  return (
    <>
      <PageHeader title={t('httpHosts.title')} lead={t('httpHosts.lead')}>
        {manages && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => add(true)}>
            {t('httpHosts.add')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={list}>
        {({ hosts }) => (
          <DataTable<HttpHostView>
            name="http-hosts"
            label={t('httpHosts.list')}
            columns={columns}
            rows={hosts}
            rowKey={({ id }) => id}
            toolbar={<span className="cw-muted">{t('httpHosts.count', { total: hosts.length })}</span>}
            empty={<EmptyState title={t('httpHosts.emptyTitle')} advice={t('httpHosts.emptyHint')} />}
          />
        )}
      </Loaded>
      <SidePanel open={adding} title={t('httpHosts.add')} onClose={() => add(false)}>
        <NewHttpHostForm onDone={() => add(false)} />
      </SidePanel>
      <ConfirmDanger
        open={removed !== null}
        title={t('httpHosts.removeTitle', { host: removed?.host ?? '' })}
        action={t('httpHosts.remove')}
        pending={change.isPending}
        problem={change.error}
        onConfirm={() =>
          change.mutate({ method: 'DELETE', path: `/http-hosts/${removed?.id}` }, { onSuccess: close })
        }
        onClose={close}
      >
        {t('httpHosts.removeWords')}
      </ConfirmDanger>
    </>
  );
}
