import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UsageKind } from '../../../../contracts/message/kinds.ts';
import type { Column } from '../../components/data-table.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';
import type { UsageRow } from './usage-rows.ts';
import { Won } from './won.tsx';

/** What the table shows of a day or month: one column for each kind that was used. */
export function useUsageColumns(kinds: readonly UsageKind[]): readonly Column<UsageRow>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<UsageRow>();
  return useMemo(
    () => [
      {
        key: 'period',
        title: t('usage.field.period'),
        cell: ({ period }) => <strong className="cw-number">{period}</strong>,
        sortBy: ({ period }) => period,
        fixed: true,
      },
      ...company,
      ...kinds.map(
        (kind): Column<UsageRow> => ({
          key: kind,
          title: t(`usage.kind.${kind}`),
          align: 'end',
          cell: (row) => <OneKind row={row} kind={kind} />,
          sortBy: (row) => row.kinds.get(kind)?.quantity ?? 0,
        }),
      ),
      {
        key: 'won',
        title: t('usage.total'),
        align: 'end',
        cell: ({ total }) => (
          <span className="cw-usage-amount">
            <strong>
              <Won won={total.won} />
            </strong>
            {total.partial && total.won !== null && <span className="cw-muted">{t('usage.partial')}</span>}
          </span>
        ),
        sortBy: ({ total }) => total.won,
        fixed: true,
      },
    ],
    [t, company, kinds],
  );
}

function OneKind({ row, kind }: { row: UsageRow; kind: UsageKind }) {
  const { t } = useTranslation();
  const amount = row.kinds.get(kind);
  if (amount === undefined) return <span className="cw-muted">–</span>;
  return (
    <span className="cw-usage-amount">
      <Won won={amount.won} />{' '}
      <span className="cw-muted cw-number">{t('usage.pieces', { count: amount.quantity })}</span>
    </span>
  );
}
