import { ReloadOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { CheckField } from '../../../components/check-field.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import { FlowPicture } from '../graph/flow-picture.tsx';
import { graphOf } from '../graph/graph-of.ts';
import { usePlaceWords } from '../graph/use-place-words.ts';
import { ProblemList } from '../publish/problem-list.tsx';
import type { TabProps } from '../tab-props.ts';
import { Answers } from './answers.tsx';
import { ByPhone } from './by-phone.tsx';
import { SaveTest } from './save-test.tsx';
import { type Decision, givenOf, type Setup } from './setup.ts';
import { SetupForm } from './setup-form.tsx';
import './simulate.css';
import { Transcript } from './transcript.tsx';
import { useFollow } from './use-follow.ts';
import { usePlaylist } from './use-playlist.ts';
import { useSimulation } from './use-simulation.ts';
import { Variables } from './variables.tsx';
import { walkedOf } from './walked.ts';

/** Tries a document decision by decision: nothing is kept but what was decided, and the whole call is run each time. */
export function Simulator({
  scenario,
  document,
  unsaved,
  setup: firstSetup,
  decisions: firstDecisions,
}: TabProps & { setup: Setup; decisions: readonly Decision[] }): ReactElement {
  const { t } = useTranslation();
  const [setup, setSetup] = useState(firstSetup);
  const [decisions, setDecisions] = useState(firstDecisions);
  const given = givenOf(setup, decisions);
  const call = useSimulation(scenario.id, document, given);
  const playlist = usePlaylist();
  const [follows, follow] = useState(false);
  useFollow(follows, call.data?.lines, playlist);
  const graph = useMemo(() => graphOf(document), [document]);
  const placeWords = usePlaceWords(graph);
  const start = (): void => {
    playlist.stop();
    setDecisions([]);
  };
  return (
    <div className="cw-stack">
      <p className="cw-muted">
        {t('scenarios.simulate.lead')} {unsaved && t('scenarios.simulate.draft')}
      </p>
      <Loaded query={call}>
        {(view) => (
          <div className="cw-simulate" aria-busy={call.isPlaceholderData}>
            <div className="cw-stack">
              <SetupForm setup={setup} change={(part) => setSetup({ ...setup, ...part })} />
              <div className="cw-row">
                <Button
                  icon={<RollbackOutlined aria-hidden />}
                  disabled={decisions.length === 0}
                  onClick={() => setDecisions(decisions.slice(0, -1))}
                >
                  {t('scenarios.simulate.back')}
                </Button>
                <Button icon={<ReloadOutlined aria-hidden />} onClick={start}>
                  {t('scenarios.simulate.reset')}
                </Button>
                <CheckField
                  label={t('scenarios.simulate.follow')}
                  checked={follows}
                  onChange={() => {
                    follow(!follows);
                    playlist.stop();
                  }}
                />
              </div>
              <Conversation view={view} placeWords={placeWords} playlist={playlist} />
              {view.waiting !== null && view.outcome === null && (
                <Answers
                  waiting={view.waiting}
                  document={document}
                  onDecide={(decision) => setDecisions([...decisions, decision])}
                />
              )}
              <SaveTest id={scenario.id} given={given} call={view} />
              <ByPhone scenario={scenario} document={document} placeWords={placeWords} />
            </div>
            <div className="cw-stack">
              <Walked graph={graph} view={view} />
              <Variables variables={view.variables} />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Walked({ graph, view }: { graph: ScenarioGraph; view: SimulationView }): ReactElement {
  const path = useMemo(() => walkedOf(view), [view]);
  return <FlowPicture graph={graph} path={path} />;
}

function Conversation({
  view,
  placeWords,
  playlist,
}: {
  view: SimulationView;
  placeWords: (place: string) => string;
  playlist: ReturnType<typeof usePlaylist>;
}): ReactElement {
  const { t } = useTranslation();
  if (view.problems.some(({ severity }) => severity === 'error') && view.lines.length === 0)
    return (
      <>
        <Notice tone="bad">{t('scenarios.simulate.problems')}</Notice>
        <ProblemList problems={view.problems} placeWords={placeWords} />
      </>
    );
  return (
    <>
      <Transcript lines={view.lines} placeWords={placeWords} playlist={playlist} />
      {playlist.failed && <Notice tone="warn">{t('scenarios.simulate.audioFailed')}</Notice>}
    </>
  );
}
