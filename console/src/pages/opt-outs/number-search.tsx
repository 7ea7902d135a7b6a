import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '../calls/list/call-filter-bar.css';
import { TextFilter } from '../calls/list/text-filter.tsx';

/** Finds a number in a list, with what one may add at its right. */
export function NumberSearch({
  value,
  onChange,
  children,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <search className="cw-opt-out-bar cw-filter-line" aria-label={t('optOuts.search')}>
      <TextFilter
        label={t('optOuts.search')}
        hint={t('optOuts.searchHint')}
        value={value}
        mode="tel"
        onChange={onChange}
      />
      {children}
    </search>
  );
}
