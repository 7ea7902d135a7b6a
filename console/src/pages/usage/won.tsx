import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const format = new Intl.NumberFormat('ko-KR', { maximumFractionDigits: 2 });

/** Won as people write them, down to hundredths: `₩31.2`. */
export const wonText = (won: number): string => `₩${format.format(won)}`;

/** A sum; in words where a price is missing. */
export function Won({ won }: { won: number | null }): ReactElement {
  const { t } = useTranslation();
  if (won === null) return <span className="cw-muted">{t('usage.noPrice')}</span>;
  return <span className="cw-number">{wonText(won)}</span>;
}
