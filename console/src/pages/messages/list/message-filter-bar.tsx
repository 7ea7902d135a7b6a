import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/choice.tsx';
import '../../calls/list/call-filter-bar.css';
import { OneOf } from '../../calls/list/one-of.tsx';
import { asDay, QUICK_RANGES } from '../../calls/list/quick-range.ts';
import { TextFilter } from '../../calls/list/text-filter.tsx';
import { CHANNEL_FILTERS, filteredDays, isNarrowed, NO_FILTERS, STATE_FILTERS } from './message-filters.ts';
import type { FilterPlace } from './use-message-filters.ts';

/** What narrows the sent list: days of sending, number, kind, state (MO-27). A change takes effect at once. */
export function MessageFilterBar({ filters, change }: FilterPlace): ReactElement {
  const { t } = useTranslation();
  return (
    <search className="cw-card cw-filters" aria-label={t('messages.filters.label')}>
      <div className="cw-filter-line">
        <Choice
          label={t('messages.field.period')}
          // A period of days is none of these words.
          value={filters.range as (typeof QUICK_RANGES)[number]}
          options={QUICK_RANGES.map((value) => ({ value, label: t(`calls.range.${value}`) }))}
          onChange={(range) => change({ range, days: NO_FILTERS.days })}
        />
        <Days filters={filters} change={change} />
        <TextFilter
          label={t('messages.field.number')}
          hint={t('messages.numberHint')}
          value={filters.number}
          mode="tel"
          onChange={(number) => change({ number })}
        />
        <OneOf
          label={t('messages.field.channel')}
          value={filters.channel}
          options={CHANNEL_FILTERS.map((value) => ({ value, label: t(`messages.channel.${value}`) }))}
          onChange={(channel) => change({ channel })}
        />
        <OneOf
          label={t('messages.field.state')}
          value={filters.state}
          options={STATE_FILTERS.map((value) => ({ value, label: t(`messages.mark.${value}`) }))}
          onChange={(state) => change({ state })}
        />
        {isNarrowed(filters) && (
          <Button type="text" onClick={() => change({ number: null, state: null, channel: null })}>
            {t('messages.filters.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

function Days({ filters, change }: FilterPlace): ReactElement {
  const { t } = useTranslation();
  const days = filteredDays(filters, Date.now());
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="cw-filter">
          <span>{t(`messages.field.${end}`)}</span>
          <input
            type="date"
            value={days[end] ?? ''}
            min={end === 'to' ? (days.from ?? undefined) : undefined}
            title={t('messages.filters.zone')}
            onChange={({ target }) =>
              change({ range: 'days', days: { ...days, [end]: asDay(target.value) } })
            }
          />
        </label>
      ))}
    </>
  );
}
