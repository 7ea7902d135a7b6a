import { MinusCircleOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { sortedNumberColumn } from '../../components/number-column.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { HoursNow } from './hours-now.tsx';
import './numbers.css';

/** What the list shows of a number. */
export function useNumberColumns(): readonly Column<NumberView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      sortedNumberColumn<NumberView>(t('numbers.field.digits')),
      {
        key: 'scenario',
        title: t('numbers.field.scenario'),
        cell: ({ scenario, follows }) =>
          scenario === null ? (
            <StatusTag tone="warn">{t('numbers.noScenario')}</StatusTag>
          ) : (
            <span>
              {scenario.name}{' '}
              <span className="cw-muted cw-number">
                {t('numbers.version', { version: scenario.version })}
                {follows !== null && ` · ${t('numbers.follows')}`}
              </span>
            </span>
          ),
        sortBy: ({ scenario }) => scenario?.name ?? null,
      },
      {
        key: 'hours',
        title: t('numbers.field.hours'),
        cell: ({ hours }) => <HoursNow hours={hours} />,
      },
      {
        key: 'fallback',
        title: t('numbers.field.fallback'),
        cell: ({ fallbackWords, fallbackPrompt }) => (
          <span className="cw-number-fallback">{fallbackWords ?? fallbackPrompt}</span>
        ),
      },
      {
        key: 'enabled',
        title: t('numbers.field.enabled'),
        cell: ({ enabled }) => (
          <StatusTag
            tone={enabled ? 'ok' : 'idle'}
            {...(enabled ? {} : { icon: <MinusCircleOutlined aria-hidden /> })}
          >
            {t(enabled ? 'numbers.on' : 'numbers.off')}
          </StatusTag>
        ),
        sortBy: ({ enabled }) => Number(enabled),
      },
      {
        key: 'since',
        title: t('numbers.field.since'),
        cell: ({ since }) => <DateTime at={since} />,
        sortBy: ({ since }) => since,
      },
    ],
    [t],
  );
}
