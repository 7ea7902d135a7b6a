import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Won with thousands separators; tenths and hundredths only where the price has them (one SMS may be ₩31.2). */
export function useWon(): (won: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.NumberFormat(i18n.language, {
      style: 'currency',
      currency: 'KRW',
      minimumFractionDigits: 0,
      maximumFractionDigits: 2,
    });
    return (won) => format.format(won);
  }, [i18n.language]);
}
