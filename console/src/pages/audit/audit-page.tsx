import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AuditEntryView, AuditListView } from '../../../../contracts/api/audit.ts';
import { request } from '../../api/client.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { type AuditFilters, auditQuery, readFilters, writeFilters } from './audit-filters.ts';
import { useAuditColumns } from './use-audit-columns.tsx';
import { useKnownActors } from './use-known-actors.ts';

/** Who did what, narrowed by what stands in the address. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = (part: Partial<AuditFilters>): void => setSearch(writeFilters({ ...filters, ...part }));
  const actors = useKnownActors();
  const columns = useAuditColumns(actors, (actor) => change({ actor }));
  const list = useInfiniteQuery({
    queryKey: ['audit', filters] as const,
    queryFn: ({ pageParam, signal }) =>
      request<AuditListView>('GET', '/audit', undefined, {
        signal,
        query: { ...auditQuery(filters), cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <div className="cw-stack">
        <AuditFilterBar filters={filters} actors={actors} change={change} />
        <Loaded query={list}>
          {({ pages }) => (
            <>
              <DataTable<AuditEntryView>
                name="audit"
                label={t('audit.list')}
                columns={columns}
                rows={pages.flatMap(({ entries }) => entries)}
                rowKey={({ id }) => id}
                busy={list.isPlaceholderData}
                empty={<EmptyState title={t('audit.emptyTitle')} advice={t('audit.emptyHint')} />}
              />
              <LoadMore list={list} label={t('audit.more')} />
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}
