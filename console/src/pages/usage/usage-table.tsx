import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UsageView } from '../../../../contracts/api/usage.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { UsageCards } from './usage-cards.tsx';
import { UsageFilters } from './usage-filters.tsx';
import { usageQuery } from './usage-query.ts';
import { type Grouping, type UsageRow, usageRows, usageSums } from './usage-rows.ts';
import { useUsageColumns } from './use-usage-columns.tsx';
import { useUsageFilter } from './use-usage-filter.ts';

/** Use and cost of the chosen days. */
export function UsageTable(): ReactElement {
  const [filter, change] = useUsageFilter();
  const usage = useQuery(usageQuery({ from: filter.from, to: filter.to }));
  return (
    <div className="cw-stack">
      <UsageFilters
        filter={filter}
        change={change}
        busy={usage.isFetching}
        reload={() => void usage.refetch()}
      />
      <Loaded query={usage}>
        {({ days }) => <Used days={days} by={filter.by} busy={usage.isPlaceholderData} />}
      </Loaded>
    </div>
  );
}

function Used({ days, by, busy }: { days: UsageView['days']; by: Grouping; busy: boolean }): ReactElement {
  const { t } = useTranslation();
  const sums = useMemo(() => usageSums(days), [days]);
  const rows = useMemo(() => usageRows(days, by), [days, by]);
  const kinds = useMemo(() => [...sums.keys()], [sums]);
  const columns = useUsageColumns(kinds);
  if (days.length === 0) return <EmptyState title={t('usage.emptyTitle')} advice={t('usage.emptyHint')} />;
  return (
    <>
      <UsageCards sums={sums} />
      <DataTable<UsageRow>
        name="usage"
        label={t('usage.list')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        busy={busy}
        toolbar={<span className="cw-muted">{t('usage.note')}</span>}
      />
    </>
  );
}
