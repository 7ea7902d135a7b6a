import { Button } from 'antd';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_PURPOSES } from '../../../../contracts/message/kinds.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { TextField } from '../../components/text-field.tsx';
import { AlimtalkFields } from './alimtalk-fields.tsx';
import type { Draft } from './draft.ts';
import { InsertChips } from './insert-chips.tsx';

const KINDS = ['text', 'alimtalk'] as const;

export type FormProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };

/** What a template is called, what kind it is, and its words. */
export function TemplateForm({
  draft,
  change,
  kindFixed,
  body,
  pending,
  problem,
  onSubmit,
}: FormProps & {
  /** One that is there already stays what it is. */
  kindFixed: boolean;
  body: RefObject<HTMLTextAreaElement | null>;
  pending: boolean;
  problem: unknown;
  onSubmit: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const alimtalk = draft.kind === 'alimtalk';
  return (
    <form
      className="cw-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {!kindFixed && (
        <Choice
          label={t('messageTemplates.field.kind')}
          value={draft.kind}
          options={KINDS.map((value) => ({ value, label: t(`messageTemplates.kind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
      )}
      <Field
        label={t('messageTemplates.field.name')}
        value={draft.name}
        maxLength={60}
        autoComplete="off"
        required
        onChange={({ target }) => change({ name: target.value })}
      />
      {alimtalk ? (
        <AlimtalkFields draft={draft} change={change} />
      ) : (
        <>
          <Choice
            label={t('messageTemplates.field.purpose')}
            value={draft.purpose}
            options={MESSAGE_PURPOSES.map((value) => ({
              value,
              label: t(`messageTemplates.purpose.${value}`),
            }))}
            onChange={(purpose) => change({ purpose })}
          />
          <Field
            label={t('messageTemplates.field.subject')}
            hint={t('messageTemplates.subjectHint')}
            value={draft.subject}
            maxLength={40}
            autoComplete="off"
            onChange={({ target }) => change({ subject: target.value })}
          />
        </>
      )}
      <TextField
        label={t('messageTemplates.field.body')}
        box={body}
        rows={7}
        maxLength={2_000}
        required
        value={draft.body}
        onChange={({ target }) => change({ body: target.value })}
        below={<InsertChips kind={draft.kind} body={body} change={(text) => change({ body: text })} />}
      />
      {alimtalk && (
        <TextField
          label={t('messageTemplates.field.smsBody')}
          hint={t('messageTemplates.smsBodyHint')}
          rows={4}
          maxLength={2_000}
          value={draft.smsBody}
          onChange={({ target }) => change({ smsBody: target.value })}
        />
      )}
      <FormProblem
        problem={problem}
        words={{
          'request/conflict': t('messageTemplates.taken'),
          'message/template-invalid': t('messageTemplates.invalid'),
        }}
      />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('messageTemplates.save')}
        </Button>
      </div>
    </form>
  );
}
