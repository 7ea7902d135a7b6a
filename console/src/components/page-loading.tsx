import { LoadingOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import './states.css';

/** While a page or its first data is on its way. */
export function PageLoading(): ReactElement {
  const { t } = useTranslation();
  return (
    <output className="cw-state cw-loading">
      <LoadingOutlined aria-hidden />
      <span>{t('app.loading')}</span>
    </output>
  );
}
