import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';

export function OutboxTextsPage(): ReactElement {
  const { t } = useTranslation();
  return <PageHeader title={t('outboxTexts.title')} />;
}
