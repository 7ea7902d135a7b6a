import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** First thing that Tab reaches: past the menu to the page. */
export function SkipLink(): ReactElement {
  const { t } = useTranslation();
  return (
    <a className="cw-skip" href="#main">
      {t('app.skip')}
    </a>
  );
}
