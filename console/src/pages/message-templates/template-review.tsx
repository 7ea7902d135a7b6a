import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../../../contracts/api/message-templates.ts';
import { ALIMTALK_STATES } from '../../../../contracts/message/kinds.ts';
import { useChange } from '../../api/use-change.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TEMPLATES } from './templates-query.ts';

/** Enters what Kakao said of an Alimtalk. */
export function TemplateReview({ template }: { template: TemplateView }): ReactElement {
  const { t } = useTranslation();
  const review = useChange(TEMPLATES);
  const [state, setState] = useState(template.alimtalkState ?? 'pending');
  const [note, setNote] = useState(template.reviewNote ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { state, note: note.trim() === '' ? null : note };
    review.mutate({ method: 'POST', path: `/message-templates/${template.id}/review`, body });
  };
  return (
    <form className="cw-form cw-card" onSubmit={submit}>
      <h3>{t('messageTemplates.review.title')}</h3>
      {review.isSuccess && <Notice tone="ok">{t('messageTemplates.review.saved')}</Notice>}
      <SelectField
        label={t('messageTemplates.field.state')}
        value={state}
        onChange={({ target }) => setState(ALIMTALK_STATES.find((one) => one === target.value) ?? state)}
      >
        {ALIMTALK_STATES.map((one) => (
          <option key={one} value={one}>
            {t(`messageTemplates.state.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('messageTemplates.review.note')}
        hint={t('messageTemplates.review.noteHint')}
        rows={2}
        maxLength={300}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <FormProblem problem={review.error} />
      <div className="cw-buttons">
        <Button htmlType="submit" loading={review.isPending}>
          {t('messageTemplates.review.save')}
        </Button>
      </div>
    </form>
  );
}
