import { FormOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/session.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { MessageFilterBar } from './list/message-filter-bar.tsx';
import { MessageTable } from './list/message-table.tsx';
import { useMessageFilters } from './list/use-message-filters.ts';

/** What was sent, and what waits for its time (MO-27, MO-28). */
export function MessagesPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySend = useMay('messages.send');
  const place = useMessageFilters();
  return (
    <>
      <PageHeader title={t('messages.title')} lead={t('messages.lead')}>
        {maySend && (
          <Button
            type="primary"
            icon={<FormOutlined aria-hidden />}
            onClick={() => void navigate('/messages/new')}
          >
            {t('messages.compose')}
          </Button>
        )}
      </PageHeader>
      <div className="cw-stack">
        <MessageFilterBar {...place} />
        <MessageTable filters={place.filters} />
      </div>
    </>
  );
}
