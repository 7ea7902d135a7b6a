import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';

export function OptOutsPage(): ReactElement {
  const { t } = useTranslation();
  return <PageHeader title={t('optOuts.title')} />;
}
