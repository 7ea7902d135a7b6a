import { PlusOutlined, SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { useSearchParam } from '../../components/use-search-param.ts';
import { NewSender } from './new-sender.tsx';
import { SenderPanel } from './sender-panel.tsx';
import { SenderSettings } from './sender-settings.tsx';
import './senders.css';
import { sendersQuery } from './senders-query.ts';
import { useSenderColumns } from './use-sender-columns.tsx';

/** Numbers that texts may come from: asked for, decided on, given to people; and what holds for all texts. */
export function SendersPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(sendersQuery);
  const columns = useSenderColumns();
  const manages = useMay('messages.manage');
  const [id, open] = useSearchParam('sender');
  const [beside, setBeside] = useState<'new' | 'settings' | null>(null);
  const chosen = list.data?.senders.find((sender) => sender.id === id);
  const close = (): void => setBeside(null);
  return (
    <>
      <PageHeader title={t('senders.title')} lead={t('senders.law')}>
        {manages && (
          <>
            <Button icon={<SettingOutlined aria-hidden />} onClick={() => setBeside('settings')}>
              {t('senders.settings.title')}
            </Button>
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setBeside('new')}>
              {t('senders.request')}
            </Button>
          </>
        )}
      </PageHeader>
      <Loaded query={list}>
        {({ senders }) => (
          <DataTable<SenderView>
            name="senders"
            label={t('senders.list')}
            columns={columns}
            rows={senders}
            rowKey={(sender) => sender.id}
            onOpen={manages ? (sender) => open(sender.id) : undefined}
            openKey={id}
            toolbar={<span className="cw-muted">{t('senders.count', { total: senders.length })}</span>}
            empty={<EmptyState title={t('senders.emptyTitle')} advice={t('senders.emptyHint')} />}
          />
        )}
      </Loaded>
      <SidePanel
        open={manages && chosen !== undefined}
        title={chosen === undefined ? t('senders.title') : spacedNumber(chosen.digits)}
        onClose={() => open(null)}
      >
        {chosen !== undefined && <SenderPanel key={chosen.id} sender={chosen} onGone={() => open(null)} />}
      </SidePanel>
      <SidePanel open={beside === 'new'} title={t('senders.request')} onClose={close}>
        <NewSender />
      </SidePanel>
      <SidePanel open={beside === 'settings'} title={t('senders.settings.title')} onClose={close}>
        <SenderSettings />
      </SidePanel>
    </>
  );
}
