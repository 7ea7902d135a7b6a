import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PROMPTS } from './prompts-query.ts';

/** What the prompt is called; blocks name it by its id, and do not notice. */
export function PromptName({ prompt }: { prompt: PromptView }): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState(prompt.name);
  const save = useChange(PROMPTS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ method: 'PATCH', path: `/prompts/${prompt.id}`, body: { name } });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      {prompt.files.length === 0 && <Notice tone="info">{t('prompts.made')}</Notice>}
      <Field
        label={t('prompts.field.name')}
        value={name}
        maxLength={80}
        autoComplete="off"
        required
        onChange={({ target }) => setName(target.value)}
      />
      <FormProblem problem={save.error} words={{ 'request/conflict': t('prompts.taken') }} />
      {name !== prompt.name && (
        <div className="cw-buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('prompts.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
