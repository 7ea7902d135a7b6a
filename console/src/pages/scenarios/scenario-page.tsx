import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ScenarioView } from '../../../../contracts/api/scenarios.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useMay } from '../../api/session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { Tabs } from '../calls/detail/tabs.tsx';
import { PublishForm } from './publish/publish-form.tsx';
import { ScenarioHeader } from './scenario-header.tsx';
import './scenarios.css';
import { SCENARIOS, scenarioQuery } from './scenarios-query.ts';
import type { TabProps } from './tab-props.ts';

const Designer = lazy(async () => ({ default: (await import('./designer/designer.tsx')).Designer }));
const SimulateTab = lazy(async () => ({
  default: (await import('./simulate/simulate-tab.tsx')).SimulateTab,
}));
const TestsTab = lazy(async () => ({ default: (await import('./tests/tests-tab.tsx')).TestsTab }));
const VersionsTab = lazy(async () => ({
  default: (await import('./versions/versions-tab.tsx')).VersionsTab,
}));
const LiveTab = lazy(async () => ({ default: (await import('./live/live-tab.tsx')).LiveTab }));
const UsesTab = lazy(async () => ({ default: (await import('./uses/uses-tab.tsx')).UsesTab }));

const TABS = ['design', 'simulate', 'tests', 'versions', 'live', 'uses'] as const;
type Tab = (typeof TABS)[number];

/** One scenario: drawn, tried, tested, published, watched. */
export function ScenarioPage(): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(scenarioQuery(id));
  if (
    query.data === undefined &&
    query.error instanceof ApiProblem &&
    [400, 404].includes(query.error.status)
  )
    return <EmptyState heading title={t('scenarios.notFound')} advice={t('scenarios.notFoundHint')} />;
  return <Loaded query={query}>{(scenario) => <Opened key={id} scenario={scenario} />}</Loaded>;
}

/** What is drawn but not saved, as the designer last told; null: nothing. */
type Unsaved = { readonly document: unknown } | null;

function Opened({ scenario }: { scenario: ScenarioView }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, choose] = useSearchParam('tab');
  const tab: Tab = TABS.find((one) => one === asked) ?? 'design';
  const [unsaved, setUnsaved] = useState<Unsaved>(null);
  const [publishing, setPublishing] = useState(false);
  const onSaved = (saved: ScenarioView): void => {
    setUnsaved(null);
    client.setQueryData(scenarioQuery(scenario.id).queryKey, saved);
    void client.invalidateQueries({ queryKey: SCENARIOS });
  };
  const props: TabProps = {
    scenario,
    document: unsaved === null ? scenario.document : unsaved.document,
    unsaved: unsaved !== null,
  };
  return (
    <div>
      <ScenarioHeader
        scenario={scenario}
        unsaved={unsaved !== null}
        onTry={() => choose('simulate')}
        onPublish={() => setPublishing(true)}
      />
      <Tabs
        label={t('scenarios.tab.label')}
        tabs={TABS.map((value) => ({ value, label: t(`scenarios.tab.${value}`) }))}
        value={tab}
        onChange={(next) => choose(next === 'design' ? null : next)}
      >
        <Suspense fallback={<PageLoading />}>
          <DesignTab
            shown={tab === 'design'}
            scenario={scenario}
            onSaved={onSaved}
            onDraft={(document, changed) => setUnsaved(changed ? { document } : null)}
          />
          {tab !== 'design' && <OtherTab tab={tab} {...props} />}
        </Suspense>
      </Tabs>
      <SidePanel open={publishing} title={t('scenarios.publish.title')} onClose={() => setPublishing(false)}>
        <PublishForm scenario={scenario} unsaved={unsaved !== null} onShow={() => setPublishing(false)} />
      </SidePanel>
    </div>
  );
}

const OTHER = {
  simulate: SimulateTab,
  tests: TestsTab,
  versions: VersionsTab,
  live: LiveTab,
  uses: UsesTab,
} as const;

function OtherTab({ tab, ...props }: TabProps & { tab: keyof typeof OTHER }): ReactElement {
  const Component = OTHER[tab];
  return <Component {...props} />;
}

/** Once opened, the designer stays there while other tabs are shown: it holds what is not saved. */
function DesignTab({
  shown,
  scenario,
  onSaved,
  onDraft,
}: {
  shown: boolean;
  scenario: ScenarioView;
  onSaved: (saved: ScenarioView) => void;
  onDraft: (document: unknown, changed: boolean) => void;
}): ReactElement | null {
  const [opened, setOpened] = useState(shown);
  const edits = useMay('scenarios.edit');
  const [block] = useSearchParam('block');
  if (shown && !opened) setOpened(true);
  if (!opened) return null;
  return (
    <div hidden={!shown}>
      <Designer
        scenario={scenario}
        readOnly={!edits}
        focus={block ?? undefined}
        onSaved={onSaved}
        onDraft={onDraft}
      />
    </div>
  );
}
