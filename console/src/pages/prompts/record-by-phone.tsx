import { PhoneOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordCallView } from '../../../../contracts/api/prompts.ts';
import type { Language } from '../../../../contracts/scenario/language.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { PROMPTS } from './prompts-query.ts';
import { useRecordCall } from './use-record-call.ts';

/** Rings an extension, which then records the prompt; how far it is is seen meanwhile. */
export function RecordByPhone({ prompt, language }: { prompt: string; language: Language }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [extension, setExtension] = useState('');
  const begin = useChange<RecordCallView>(PROMPTS);
  const now = useRecordCall(prompt, begin.data);
  const under = now?.state === 'calling' || now?.state === 'recording';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    begin.mutate({ method: 'POST', path: `/prompts/${prompt}/record-call`, body: { extension, language } });
  };
  if (!open)
    return (
      <Button icon={<PhoneOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('prompts.byPhone.open')}
      </Button>
    );
  const words = {
    'request/conflict': t('prompts.byPhone.busy'),
    'request/invalid': t('prompts.byPhone.noExtension'),
    'prompt/refused': t('prompts.byPhone.noExtension'),
  };
  return (
    <form className="cw-form cw-prompt-recorder" onSubmit={submit}>
      <Field
        label={t('prompts.byPhone.extension')}
        hint={t('prompts.byPhone.hint')}
        inputMode="numeric"
        value={extension}
        maxLength={8}
        autoComplete="off"
        required
        onChange={({ target }) => setExtension(target.value.replaceAll(/\D/g, ''))}
      />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={under}>
          {t('prompts.byPhone.call')}
        </Button>
      </div>
      {begin.error instanceof ApiProblem && <FormProblem problem={begin.error} words={words} />}
      {now !== undefined && <Progress call={now} />}
    </form>
  );
}

function Progress({ call: { state, reason } }: { call: RecordCallView }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  useEffect(() => {
    if (state === 'done') void client.invalidateQueries({ queryKey: PROMPTS });
  }, [state, client]);
  if (state === 'failed')
    return <Notice tone="bad">{t(`prompts.byPhone.failed.${reason ?? 'failed'}`)}</Notice>;
  return <Notice tone={state === 'done' ? 'ok' : 'info'}>{t(`prompts.byPhone.state.${state}`)}</Notice>;
}
