import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../../contracts/api/calls.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { timeOfDay } from '../../../components/date-time.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { listOf } from '../calls-api.ts';
import './call-table.css';
import { useCallColumns } from './call-columns.tsx';
import { listQuery, notUnderstood } from './call-filters.ts';
import { NoCallsFound } from './no-calls-found.tsx';
import { Pager } from './pager.tsx';
import { Total } from './total.tsx';
import type { ListPlace } from './use-call-filters.ts';

/** The list itself: a table at a desk, cards on a phone, one page at a time. */
export function CallTable({
  place,
  openCall,
  onOpen,
}: {
  place: ListPlace;
  openCall: string | null;
  onOpen: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const columns = useCallColumns();
  const query = useMemo(() => listQuery(place.filters, Date.now()).toString(), [place.filters]);
  const wrong = notUnderstood(place.filters);
  const list = useQuery({ ...listOf(query), placeholderData: keepPreviousData, enabled: wrong.length === 0 });
  if (wrong.length > 0)
    return (
      <EmptyState title={t('calls.filters.notUnderstood')} advice={t('calls.filters.notUnderstoodHint')} />
    );
  if (list.data === undefined) {
    if (list.error === null) return <PageLoading />;
    return <ErrorState problem={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <div className="cw-call-list cw-stack">
      {list.error !== null && (
        <Notice tone="warn">{t('components.stale', { at: timeOfDay(list.dataUpdatedAt) })}</Notice>
      )}
      <DataTable<CallView>
        name="calls"
        label={t('calls.list.label')}
        columns={columns}
        rows={list.data.calls}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        openKey={openCall}
        busy={list.isPlaceholderData}
        empty={<NoCallsFound place={place} />}
        toolbar={<Total list={list.data} busy={list.isFetching} refresh={() => void list.refetch()} />}
      />
      <Pager place={place} next={list.data.next} />
    </div>
  );
}
