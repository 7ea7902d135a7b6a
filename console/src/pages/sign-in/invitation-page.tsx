import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outside } from './outside.tsx';

export function InvitationPage(): ReactElement {
  const { t } = useTranslation();
  return <Outside title={t('signIn.invitation.title')}>{t('app.loading')}</Outside>;
}
