import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { spacedNumber } from './spaced-number.ts';

/** A telephone number, whole or masked, written as people read it. */
export function MaskedNumber({ number }: { number: string | null }): ReactElement {
  const { t } = useTranslation();
  if (number === null || number === '') return <span className="cw-muted">–</span>;
  const text = spacedNumber(number);
  if (!number.includes('*')) return <span className="cw-number">{text}</span>;
  return (
    <span className="cw-number">
      <span aria-hidden>{text}</span>
      <span className="cw-hidden">{t('components.masked', { number: text.replaceAll('*', '') })}</span>
    </span>
  );
}
