import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outside } from './outside.tsx';

export function ResetPage(): ReactElement {
  const { t } = useTranslation();
  return <Outside title={t('signIn.reset.title')}>{t('app.loading')}</Outside>;
}
