import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TestRunView } from '../../../../../contracts/api/scenarios.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FormProblem } from '../../../components/form-problem.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import type { ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import { FlowPicture } from '../graph/flow-picture.tsx';
import { graphOf } from '../graph/graph-of.ts';
import { usePlaceWords } from '../graph/use-place-words.ts';
import { testRunQuery, testsQuery } from '../scenarios-query.ts';
import type { TabProps } from '../tab-props.ts';
import { coverageOf } from './coverage.ts';
import { type TestRow, useTestColumns } from './use-test-columns.tsx';

/** Kept calls, how they go with the draft as it is saved, and how much of it they walk. */
export function TestsTab({ scenario, unsaved }: TabProps): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(testsQuery(scenario.id));
  const run = useQuery(testRunQuery(scenario.id, scenario.revision));
  const graph = useMemo(() => graphOf(scenario.document), [scenario.document]);
  const placeWords = usePlaceWords(graph);
  const columns = useTestColumns(scenario.id, scenario.document, placeWords);
  const results = run.data?.results;
  const passed = results?.filter((one) => one.passed).length ?? 0;
  return (
    <Loaded query={list}>
      {({ tests }) =>
        tests.length === 0 ? (
          <EmptyState title={t('scenarios.tests.emptyTitle')} advice={t('scenarios.tests.emptyHint')}>
            <Link to="?tab=simulate">{t('scenarios.tests.toSimulate')}</Link>
          </EmptyState>
        ) : (
          <>
            <p className="cw-muted">
              {t('scenarios.tests.lead')} {unsaved && t('scenarios.publish.unsaved')}
            </p>
            <FormProblem problem={run.error} />
            <DataTable<TestRow>
              name="scenario-tests"
              label={t('scenarios.tests.list')}
              columns={columns}
              rows={tests.map((test) => ({ ...test, result: results?.find((one) => one.test === test.id) }))}
              rowKey={({ id }) => id}
              busy={run.isPlaceholderData}
              toolbar={
                <>
                  <Button loading={run.isFetching} onClick={() => void run.refetch()}>
                    {t('scenarios.tests.run')}
                  </Button>
                  {results !== undefined && (
                    <b role="status">{t('scenarios.tests.summary', { total: results.length, passed })}</b>
                  )}
                </>
              }
            />
            {run.data !== undefined && <CoverageOf graph={graph} placeWords={placeWords} run={run.data} />}
          </>
        )
      }
    </Loaded>
  );
}

function CoverageOf({
  graph,
  placeWords,
  run,
}: {
  graph: ScenarioGraph;
  placeWords: (place: string) => string;
  run: TestRunView;
}): ReactElement {
  const { t } = useTranslation();
  const found = useMemo(() => coverageOf(graph, run.coverage), [graph, run.coverage]);
  const { walked, total, ways, allWays, missed } = found;
  return (
    <section className="cw-stack" aria-label={t('scenarios.tests.coverageTitle')}>
      <h2>{t('scenarios.tests.coverageTitle')}</h2>
      <p>{t('scenarios.tests.coverage', { walked, total, ways, allWays })}</p>
      {missed.length > 0 && (
        <div>
          <h3>{t('scenarios.tests.missed')}</h3>
          <ul className="cw-missed">
            {missed.map((place) => (
              <li key={place}>
                <Link to={`?block=${encodeURIComponent(place)}`}>{placeWords(place)}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FlowPicture graph={graph} path={found.path} />
    </section>
  );
}
