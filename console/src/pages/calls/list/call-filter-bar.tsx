import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/choice.tsx';
import './call-filter-bar.css';
import { type CallFilters, filteredDays, NO_FILTERS, narrowedBy } from './call-filters.ts';
import { MoreFilters } from './more-filters.tsx';
import { asDay, QUICK_RANGES } from './quick-range.ts';
import { TextFilter } from './text-filter.tsx';

export type FilterBarProps = {
  readonly filters: CallFilters;
  readonly change: (part: Partial<CallFilters>) => void;
};

/** What narrows the list: days, numbers, and behind a button the rest. A change takes effect at once. */
export function CallFilterBar({ filters, change }: FilterBarProps): ReactElement {
  const { t } = useTranslation();
  const count = narrowedBy(filters);
  const [more, setMore] = useState(count - (filters.q === null ? 0 : 1) > 0);
  return (
    <search className="cw-card cw-filters" aria-label={t('calls.filters.label')}>
      <div className="cw-filter-line">
        <Choice
          label={t('calls.field.period')}
          // A period of days is none of these words.
          value={filters.range as (typeof QUICK_RANGES)[number]}
          options={QUICK_RANGES.map((value) => ({ value, label: t(`calls.range.${value}`) }))}
          onChange={(range) => change({ range, days: NO_FILTERS.days })}
        />
        <Days filters={filters} change={change} />
        <TextFilter
          label={t('calls.field.q')}
          hint={t('calls.filters.qHint')}
          value={filters.q}
          mode="tel"
          onChange={(q) => change({ q })}
        />
        <div className="cw-filter-buttons">
          <Button aria-expanded={more} onClick={() => setMore(!more)}>
            {t(more ? 'calls.filters.fewer' : 'calls.filters.more')}
          </Button>
          {count > 0 && (
            <Button
              type="text"
              onClick={() =>
                change({ ...NO_FILTERS, range: filters.range, days: filters.days, size: filters.size })
              }
            >
              {t('calls.filters.clear')} ({count})
            </Button>
          )}
        </div>
      </div>
      {more && <MoreFilters filters={filters} change={change} />}
    </search>
  );
}

function Days({ filters, change }: FilterBarProps): ReactElement {
  const { t } = useTranslation();
  const days = filteredDays(filters, Date.now());
  const set = (part: { from?: string | null; to?: string | null }): void =>
    change({ range: 'days', days: { ...days, ...part } });
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="cw-filter">
          <span>{t(`calls.field.${end}`)}</span>
          <input
            type="date"
            value={days[end] ?? ''}
            min={end === 'to' ? (days.from ?? undefined) : undefined}
            title={t('calls.filters.zone')}
            onChange={({ target }) => set({ [end]: asDay(target.value) })}
          />
        </label>
      ))}
    </>
  );
}
