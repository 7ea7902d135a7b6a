import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../api/use-change.ts';
import { Choice, type Option } from './choice.tsx';
import { FormProblem } from './form-problem.tsx';
import { Notice } from './notice.tsx';
import { TextField } from './text-field.tsx';

/**
 * Enters what somebody outside decided, with a note: one of a few states, posted to `path`. None is chosen beforehand, so
 * that nothing is approved by a slip.
 */
export function DecisionForm<State extends string>({
  title,
  hint,
  path,
  subject,
  now,
  note: before,
  options,
}: {
  title: string;
  hint: string;
  path: string;
  /** Key of what is read again afterwards. */
  subject: readonly string[];
  now: string;
  note: string | null;
  options: readonly Option<State>[];
}): ReactElement {
  const { t } = useTranslation();
  const decide = useChange(subject);
  const [state, setState] = useState(options.find(({ value }) => value === now)?.value ?? null);
  const [note, setNote] = useState(before ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (state === null) return;
    decide.mutate({ method: 'POST', path, body: { state, note: note.trim() === '' ? null : note.trim() } });
  };
  return (
    <form className="cw-form cw-card" onSubmit={submit}>
      <h3>{title}</h3>
      <p className="cw-muted">{hint}</p>
      {decide.isSuccess && <Notice tone="ok">{t('components.decision.saved')}</Notice>}
      <Choice
        label={t('components.decision.state')}
        value={state ?? ''}
        options={options}
        onChange={(next) => setState(next as State)}
      />
      <TextField
        label={t('components.decision.note')}
        rows={2}
        maxLength={300}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <FormProblem problem={decide.error} />
      <div className="cw-buttons">
        <Button htmlType="submit" loading={decide.isPending} disabled={state === null}>
          {t('components.decision.save')}
        </Button>
      </div>
    </form>
  );
}
