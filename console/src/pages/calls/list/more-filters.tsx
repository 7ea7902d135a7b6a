import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterBarProps } from './call-filter-bar.tsx';
import { ANSWERED, CALL_RESULTS, CALL_STATES, DIRECTIONS } from './call-filters.ts';
import { OneOf } from './one-of.tsx';
import { ScenarioFilter } from './scenario-filter.tsx';
import { TextFilter } from './text-filter.tsx';

/** The filters that are needed less often. */
export function MoreFilters({ filters, change }: FilterBarProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="cw-filter-line cw-filter-grid">
      {(['caller', 'called'] as const).map((name) => (
        <TextFilter
          key={name}
          label={t(`calls.field.${name}`)}
          value={filters[name]}
          mode="tel"
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <OneOf
        label={t('calls.field.result')}
        value={filters.result}
        options={CALL_RESULTS.map((value) => ({ value, label: t(`calls.result.${value}`) }))}
        onChange={(result) => change({ result })}
      />
      <OneOf
        label={t('calls.field.state')}
        value={filters.state}
        options={CALL_STATES.map((value) => ({ value, label: t(`calls.state.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      <OneOf
        label={t('calls.field.direction')}
        value={filters.direction}
        options={DIRECTIONS.map((value) => ({ value, label: t(`calls.direction.${value}`) }))}
        onChange={(direction) => change({ direction })}
      />
      <OneOf
        label={t('calls.field.answered')}
        value={filters.answered}
        options={ANSWERED.map((value) => ({ value, label: t(`calls.answeredIs.${value}`) }))}
        onChange={(answered) => change({ answered })}
      />
      <ScenarioFilter value={filters.scenario} onChange={(scenario) => change({ scenario })} />
    </div>
  );
}
