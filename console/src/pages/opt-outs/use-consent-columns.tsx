import { StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../../contracts/api/opt-outs.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { numberColumn } from '../../components/number-column.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';

/** What the list shows of a consent; `withdraw` is pressed in the row. */
export function useConsentColumns(
  withdraw: ((row: ConsentView) => void) | null,
): readonly Column<ConsentView>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<ConsentView>();
  return useMemo(() => {
    const columns: Column<ConsentView>[] = [
      numberColumn<ConsentView>(t('optOuts.field.number')),
      {
        key: 'state',
        title: t('optOuts.field.state'),
        cell: ({ withdrawnAt }) =>
          withdrawnAt === null ? (
            <StatusTag tone="ok">{t('optOuts.consent.given')}</StatusTag>
          ) : (
            <span className="cw-withdrawn">
              <StatusTag tone="bad" icon={<StopOutlined aria-hidden />}>
                {t('optOuts.consent.withdrawn')}
              </StatusTag>{' '}
              <DateTime at={withdrawnAt} />
            </span>
          ),
      },
      {
        key: 'night',
        title: t('optOuts.field.night'),
        cell: ({ night }) => t(night ? 'optOuts.nightYes' : 'optOuts.nightNo'),
      },
      { key: 'source', title: t('optOuts.field.source'), cell: ({ source }) => source },
      {
        key: 'consentedAt',
        title: t('optOuts.field.consentedAt'),
        cell: ({ consentedAt }) => <DateTime at={consentedAt} />,
      },
      ...company,
    ];
    if (withdraw === null) return columns;
    const cell = (row: ConsentView) =>
      row.withdrawnAt === null ? (
        <Button
          danger
          size="small"
          aria-label={t('optOuts.withdrawOf', { number: spacedNumber(row.digits) })}
          onClick={() => withdraw(row)}
        >
          {t('optOuts.withdraw')}
        </Button>
      ) : (
        <span className="cw-muted">–</span>
      );
    return [...columns, { key: 'withdraw', title: t('optOuts.withdraw'), cell, fixed: true }];
  }, [t, company, withdraw]);
}
