import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { CallDetail } from './detail/call-detail.tsx';

/** One call as a page of its own, to be sent as an address. */
export function CallPage(): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <>
      <PageHeader title={t('calls.detail.title')}>
        <Link to="/calls">{t('calls.detail.back')}</Link>
      </PageHeader>
      <CallDetail key={id} id={id.toLowerCase()} />
    </>
  );
}
