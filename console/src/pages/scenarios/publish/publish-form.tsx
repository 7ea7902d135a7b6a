import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublishView, ScenarioView } from '../../../../../contracts/api/scenarios.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormProblem } from '../../../components/form-problem.tsx';
import { Notice } from '../../../components/notice.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { graphOf } from '../graph/graph-of.ts';
import { usePlaceWords } from '../graph/use-place-words.ts';
import { SCENARIOS, testRunQuery } from '../scenarios-query.ts';
import { ProblemList } from './problem-list.tsx';
import { Readiness } from './readiness.tsx';
import { TestOutcomes } from './test-outcomes.tsx';

/** Publishes the draft as it is saved: what stands in the way, a note, and what came of it. */
export function PublishForm({
  scenario,
  unsaved,
  onShow,
}: {
  scenario: ScenarioView;
  unsaved: boolean;
  /** A problem was followed to its block. */
  onShow: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const publish = useChange<PublishView>(SCENARIOS);
  const graph = useMemo(() => graphOf(scenario.document), [scenario.document]);
  const placeWords = usePlaceWords(graph);
  const tests = useQuery(testRunQuery(scenario.id, scenario.revision)).data;
  const done = publish.data?.published ?? null;
  const nothing = scenario.published !== null && !scenario.changed;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { revision: scenario.revision, note: note.trim() };
    publish.mutate({ method: 'POST', path: `/scenarios/${scenario.id}/publish`, body });
  };
  if (done !== null)
    return <Notice tone="ok">{t('scenarios.publish.done', { version: done.version })}</Notice>;
  return (
    <form className="cw-form" onSubmit={submit}>
      <p className="cw-muted">{t('scenarios.publish.lead')}</p>
      {unsaved && <Notice tone="warn">{t('scenarios.publish.unsaved')}</Notice>}
      {nothing && <Notice tone="info">{t('scenarios.publish.nothing')}</Notice>}
      {publish.data === undefined ? (
        <>
          <Readiness scenario={scenario} placeWords={placeWords} onShow={onShow} />
          {tests !== undefined && <TestOutcomes run={tests} placeWords={placeWords} />}
        </>
      ) : (
        <Refused answer={publish.data} placeWords={placeWords} onShow={onShow} />
      )}
      <p className="cw-muted">
        {scenario.numbers.length === 0
          ? t('scenarios.publish.noNumber')
          : t('scenarios.publish.numbers', { total: scenario.numbers.length })}
      </p>
      <TextField
        label={t('scenarios.publish.note')}
        hint={t('scenarios.publish.noteHint')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <FormProblem problem={publish.error} words={{ 'request/conflict': t('scenarios.publish.conflict') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={publish.isPending} disabled={nothing}>
          {t('scenarios.publish.submit')}
        </Button>
      </div>
    </form>
  );
}

function Refused({
  answer,
  placeWords,
  onShow,
}: {
  answer: PublishView;
  placeWords: (place: string) => string;
  onShow: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="bad">{t('scenarios.publish.refused')}</Notice>
      {answer.problems.length > 0 && (
        <ProblemList problems={answer.problems} placeWords={placeWords} onShow={onShow} />
      )}
      {answer.tests !== null && <TestOutcomes run={answer.tests} placeWords={placeWords} />}
    </>
  );
}
