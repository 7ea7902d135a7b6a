import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useMay } from '../../../api/session.ts';
import { timeOfDay } from '../../../components/date-time.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useCall } from '../use-call.ts';
import './call-detail.css';
import { CallHeader } from './call-header.tsx';
import { CallStory } from './call-story.tsx';
import { Tabs } from './tabs.tsx';

const GraphTab = lazy(async () => ({ default: (await import('../graph/graph-tab.tsx')).GraphTab }));
const TechnicalTab = lazy(async () => ({ default: (await import('./technical-tab.tsx')).TechnicalTab }));

/** Everything about one call; follows it while it runs. */
export function CallDetail({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const query = useCall(id);
  if (query.data === undefined) {
    if (query.error === null) return <PageLoading />;
    if (query.error instanceof ApiProblem && [400, 404].includes(query.error.status))
      return <EmptyState title={t('calls.detail.notFound')} advice={t('calls.detail.notFoundHint')} />;
    return <ErrorState problem={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <div className="cw-stack">
      {query.error !== null && (
        <Notice tone="warn">{t('components.stale', { at: timeOfDay(query.dataUpdatedAt) })}</Notice>
      )}
      <CallHeader call={query.data} />
      <DetailTabs call={query.data} />
    </div>
  );
}

function DetailTabs({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'story' | 'graph' | 'technical'>('story');
  const technical = useMay('calls.technical');
  const tabs = technical ? (['story', 'graph', 'technical'] as const) : (['story', 'graph'] as const);
  return (
    <Tabs
      label={t('calls.detail.title')}
      tabs={tabs.map((value) => ({ value, label: t(`calls.detail.tabs.${value}`) }))}
      value={tab}
      onChange={setTab}
    >
      <Suspense fallback={<PageLoading />}>
        {tab === 'story' && <CallStory call={call} />}
        {tab === 'graph' && <GraphTab call={call} />}
        {tab === 'technical' && <TechnicalTab call={call} />}
      </Suspense>
    </Tabs>
  );
}
