import { StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptOutView } from '../../../../contracts/api/opt-outs.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { numberColumn } from '../../components/number-column.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';

/** What the list shows of somebody who wants no texts; `remove` is pressed in the row. */
export function useOptOutColumns(remove: ((row: OptOutView) => void) | null): readonly Column<OptOutView>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<OptOutView>();
  return useMemo(() => {
    const columns: Column<OptOutView>[] = [
      numberColumn<OptOutView>(t('optOuts.field.number')),
      {
        key: 'scope',
        title: t('optOuts.field.scope'),
        cell: ({ scope }) => (
          <StatusTag tone={scope === 'all' ? 'bad' : 'warn'} icon={<StopOutlined aria-hidden />}>
            {t(`optOuts.scope.${scope}`)}
          </StatusTag>
        ),
      },
      {
        key: 'source',
        title: t('optOuts.field.source'),
        cell: ({ source }) => t(`optOuts.source.${source}`),
      },
      {
        key: 'note',
        title: t('optOuts.field.note'),
        cell: ({ note }) => note ?? <span className="cw-muted">–</span>,
      },
      { key: 'at', title: t('optOuts.field.at'), cell: ({ at }) => <DateTime at={at} /> },
      ...company,
    ];
    if (remove === null) return columns;
    const cell = (row: OptOutView) => (
      <Button
        size="small"
        aria-label={t('optOuts.removeOf', { number: spacedNumber(row.digits) })}
        onClick={() => remove(row)}
      >
        {t('optOuts.remove')}
      </Button>
    );
    return [...columns, { key: 'remove', title: t('optOuts.remove'), cell, fixed: true }];
  }, [t, company, remove]);
}
