import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from './date-time.tsx';
import { ErrorState } from './error-state.tsx';
import { Notice } from './notice.tsx';
import { PageLoading } from './page-loading.tsx';

/** What a query answered, or that it is on its way, failed, or (above older data) cannot be asked any more. */
export function Loaded<T>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'>;
  children: (data: T) => ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  if (query.data === undefined) {
    if (query.error === null) return <PageLoading />;
    return <ErrorState problem={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <div className="cw-stack">
      {query.error !== null && (
        <Notice tone="warn">{t('components.stale', { at: timeOfDay(query.dataUpdatedAt) })}</Notice>
      )}
      {children(query.data)}
    </div>
  );
}
