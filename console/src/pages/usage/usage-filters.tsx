import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import '../calls/list/call-filter-bar.css';
import { asDay } from '../calls/list/quick-range.ts';
import { GROUPINGS, type Grouping } from './usage-rows.ts';

/** Days as they were chosen, and how they are summed. */
export type UsageFilter = { readonly from: string; readonly to: string; readonly by: Grouping };

/** From when to when, by day or month, and asking again (MO-37). */
export function UsageFilters({
  filter: { from, to, by },
  change,
  busy,
  reload,
}: {
  filter: UsageFilter;
  change: (part: Partial<UsageFilter>) => void;
  busy: boolean;
  reload: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <search className="cw-card cw-filters" aria-label={t('usage.filters')}>
      <div className="cw-filter-line">
        <label className="cw-filter">
          <span>{t('usage.from')}</span>
          <input
            type="date"
            value={from}
            max={to}
            onChange={({ target }) => change({ from: asDay(target.value) ?? from })}
          />
        </label>
        <label className="cw-filter">
          <span>{t('usage.to')}</span>
          <input
            type="date"
            value={to}
            min={from}
            onChange={({ target }) => change({ to: asDay(target.value) ?? to })}
          />
        </label>
        <Choice
          label={t('usage.by')}
          value={by}
          options={GROUPINGS.map((value) => ({ value, label: t(`usage.grouping.${value}`) }))}
          onChange={(next) => change({ by: next })}
        />
        <Button icon={<ReloadOutlined aria-hidden />} loading={busy} onClick={reload}>
          {t('usage.reload')}
        </Button>
      </div>
    </search>
  );
}
