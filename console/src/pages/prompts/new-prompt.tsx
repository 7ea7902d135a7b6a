import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import type { PromptKind } from '../../../../contracts/prompt/kinds.ts';
import { useChange } from '../../api/use-change.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PROMPTS } from './prompts-query.ts';

const KINDS: readonly PromptKind[] = ['speech', 'music'];

/** Names a prompt; its sounds come after. */
export function NewPrompt({ onMade }: { onMade: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PromptKind>('speech');
  const make = useChange<PromptView>(PROMPTS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate(
      { method: 'POST', path: '/prompts', body: { name, kind } },
      { onSuccess: ({ id }) => onMade(id) },
    );
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        label={t('prompts.field.name')}
        hint={t('prompts.nameHint')}
        value={name}
        maxLength={80}
        autoComplete="off"
        required
        onChange={({ target }) => setName(target.value)}
      />
      <Choice<PromptKind>
        label={t('prompts.field.kind')}
        options={KINDS.map((value) => ({ value, label: t(`prompts.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'music' && <p className="cw-muted">{t('prompts.kindHint')}</p>}
      <FormProblem problem={make.error} words={{ 'request/conflict': t('prompts.taken') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {t('prompts.save')}
        </Button>
      </div>
    </form>
  );
}
