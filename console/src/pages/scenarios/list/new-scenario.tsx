import { Button } from 'antd';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewScenario, ScenarioSummary, ScenarioView } from '../../../../../contracts/api/scenarios.ts';
import { useChange } from '../../../api/use-change.ts';
import { Field } from '../../../components/field.tsx';
import { FileField } from '../../../components/file-field.tsx';
import '../../../components/form.css';
import { FormProblem } from '../../../components/form-problem.tsx';
import { SCENARIOS } from '../scenarios-query.ts';
import { type Imported, imported, MOST_BYTES } from './import-file.ts';
import { type StartingPoint, StartingPoints } from './starting-points.tsx';

type Chosen = { readonly file: string; readonly read: Extract<Imported, { kind: 'document' }> };

/** Makes a scenario: from a starting point, from a file, or (`copied` given) from another one. */
export function NewScenarioForm({
  copied,
  onMade,
}: {
  copied: ScenarioSummary | null;
  onMade: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState(
    copied === null ? '' : t('scenarios.copyName', { name: copied.name }).slice(0, 80),
  );
  const [point, setPoint] = useState<StartingPoint>('main-line');
  const [file, setFile] = useState<Chosen | null>(null);
  const make = useChange<ScenarioView>(SCENARIOS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body: NewScenario = { name: name.trim(), from: fromOf(copied, file, point) };
    make.mutate({ method: 'POST', path: '/scenarios', body }, { onSuccess: ({ id }) => onMade(id) });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        label={t('scenarios.create.name')}
        value={name}
        maxLength={80}
        autoComplete="off"
        required
        onChange={({ target }) => setName(target.value)}
      />
      {copied === null && (
        <Beginning
          point={file === null ? point : null}
          file={file}
          onPoint={(next) => {
            setPoint(next);
            setFile(null);
          }}
          onFile={(next) => {
            setFile(next);
            if (name === '') setName(next.read.name.slice(0, 80));
          }}
        />
      )}
      <FormProblem
        problem={make.error}
        words={{
          'request/conflict': t('scenarios.create.taken'),
          'scenario/invalid': t('scenarios.create.invalid'),
          ...(file === null ? {} : { 'request/invalid': t('scenarios.create.invalid') }),
        }}
      />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('scenarios.create.submit')}
        </Button>
      </div>
    </form>
  );
}

function fromOf(
  copied: ScenarioSummary | null,
  file: Chosen | null,
  startingPoint: StartingPoint,
): NewScenario['from'] {
  if (copied !== null) return { scenario: copied.id };
  return file === null ? { startingPoint } : { document: file.read.document };
}

function Beginning({
  point,
  file,
  onPoint,
  onFile,
}: {
  point: StartingPoint | null;
  file: Chosen | null;
  onPoint: (point: StartingPoint) => void;
  onFile: (file: Chosen) => void;
}): ReactElement {
  const { t } = useTranslation();
  const name = useId();
  const [problem, setProblem] = useState<string | undefined>();
  const take = async (chosen: File): Promise<void> => {
    if (chosen.size > MOST_BYTES) return setProblem(t('scenarios.create.fileLarge'));
    const read = imported(await chosen.text());
    if (read.kind === 'wrong') return setProblem(t('scenarios.create.fileWrong'));
    setProblem(undefined);
    onFile({ file: chosen.name, read });
  };
  const hint =
    file === null
      ? t('scenarios.create.fileHint')
      : t('scenarios.create.fileChosen', { file: file.file, blocks: file.read.blocks });
  return (
    <fieldset className="cw-group">
      <legend>{t('scenarios.create.from')}</legend>
      <StartingPoints name={name} value={point} onChange={onPoint} />
      <div className="cw-start" data-chosen={file !== null || undefined}>
        <FileField
          label={t('scenarios.create.file')}
          action={t('scenarios.create.fileAction')}
          accept="application/json,.json"
          hint={hint}
          error={problem}
          onFile={(chosen) => void take(chosen)}
        />
      </div>
    </fieldset>
  );
}
