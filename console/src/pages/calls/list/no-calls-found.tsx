import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { NO_FILTERS, narrowedBy } from './call-filters.ts';
import type { ListPlace } from './use-call-filters.ts';

/** Nothing matches: the way out is wider filters. */
export function NoCallsFound({ place: { filters, change } }: { place: ListPlace }): ReactElement {
  const { t } = useTranslation();
  const wide = filters.range === 'all' && narrowedBy(filters) === 0;
  if (wide) return <EmptyState title={t('calls.list.emptyTitle')} advice={t('calls.list.emptyEver')} />;
  return (
    <EmptyState title={t('calls.list.emptyTitle')} advice={t('calls.list.emptyHint')}>
      <Button onClick={() => change({ ...NO_FILTERS, range: 'all', size: filters.size })}>
        {t('calls.filters.clear')}
      </Button>
    </EmptyState>
  );
}
