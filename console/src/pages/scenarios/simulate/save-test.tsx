import { CheckSquareOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioTestView, SimulationView } from '../../../../../contracts/api/scenarios.ts';
import type { SimulationGiven } from '../../../../../contracts/scenario/simulation.ts';
import { useMay } from '../../../api/session.ts';
import { useChange } from '../../../api/use-change.ts';
import { Field } from '../../../components/field.tsx';
import { FormProblem } from '../../../components/form-problem.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useCallWords } from '../../calls/use-call-words.ts';
import { SCENARIOS } from '../scenarios-query.ts';
import { expectOf } from './expect-of.ts';
import { useInputWords } from './use-input-words.ts';

/** Keeps the call that was just tried: the name is there already, so it is one press. */
export function SaveTest({
  id,
  given,
  call,
}: {
  id: string;
  given: SimulationGiven;
  call: SimulationView;
}): ReactElement | null {
  const { t } = useTranslation();
  const words = useCallWords();
  const inputWords = useInputWords();
  const edits = useMay('scenarios.edit');
  const save = useChange<ScenarioTestView>(SCENARIOS);
  const expect = expectOf(call);
  const suggested = suggestedName(given, call, words.reason, inputWords);
  const [named, setNamed] = useState<string | null>(null);
  const name = named ?? suggested;
  if (!edits) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (expect === null) return;
    const body = { name: name.trim(), given, expect };
    save.mutate(
      { method: 'POST', path: `/scenarios/${id}/tests`, body },
      { onSuccess: () => setNamed(null) },
    );
  };
  if (expect === null) return <p className="cw-muted">{t('scenarios.simulate.testNeedsEnd')}</p>;
  return (
    <form className="cw-card cw-save-test" onSubmit={submit}>
      <div className="cw-keys-line">
        <Field
          label={t('scenarios.simulate.testName')}
          hint={t('scenarios.simulate.saveTestHint')}
          value={name}
          maxLength={80}
          required
          autoComplete="off"
          onChange={({ target }) => setNamed(target.value)}
        />
        <Button htmlType="submit" loading={save.isPending} icon={<CheckSquareOutlined aria-hidden />}>
          {t('scenarios.simulate.saveTest')}
        </Button>
      </div>
      {save.isSuccess && (
        <Notice tone="ok">{t('scenarios.simulate.testSaved', { name: save.data.name })}</Notice>
      )}
      <FormProblem problem={save.error} words={{ 'request/conflict': t('scenarios.simulate.testTaken') }} />
    </form>
  );
}

/** `1, 받음 → 상담 연결됨`, short enough for a name. */
const suggestedName = (
  { inputs, at }: SimulationGiven,
  { outcome }: SimulationView,
  reasonWords: (reason: string) => string,
  inputWords: (word: string) => string,
): string => {
  const done = inputs.length === 0 ? at.slice(5, 16).replace('T', ' ') : inputs.map(inputWords).join(', ');
  return `${done} → ${reasonWords(outcome?.reason ?? '')}`.slice(0, 80);
};
