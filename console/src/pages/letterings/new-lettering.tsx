import { Button } from 'antd';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetteringView } from '../../../../contracts/api/senders.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { LETTERINGS } from './letterings-query.ts';

/** Asks for a phrase on a number. */
export function NewLettering(): ReactElement {
  const { t } = useTranslation();
  const ask = useChange<LetteringView>(LETTERINGS);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { digits, phrase, carrier } = Object.fromEntries(new FormData(event.currentTarget));
    const body = { digits: String(digits).replaceAll(/[\s-]/g, ''), phrase, carrier };
    ask.mutate({ method: 'POST', path: '/letterings', body });
  };
  return (
    <>
      {ask.isSuccess && <Notice tone="ok">{t('letterings.asked')}</Notice>}
      <form key={ask.data?.id ?? ''} className="cw-form" onSubmit={submit}>
        <Field
          name="digits"
          inputMode="tel"
          label={t('letterings.field.digits')}
          hint={t('letterings.digitsHint')}
          maxLength={20}
          autoComplete="off"
          required
        />
        <Field
          name="phrase"
          label={t('letterings.field.phrase')}
          hint={t('letterings.phraseHint')}
          maxLength={40}
          autoComplete="off"
          required
        />
        <Field
          name="carrier"
          label={t('letterings.field.carrier')}
          hint={t('letterings.carrierHint')}
          maxLength={40}
          autoComplete="off"
          required
        />
        <Notice tone="info">{t('letterings.manual')}</Notice>
        <FormProblem
          problem={ask.error}
          words={{
            'request/conflict': t('letterings.taken'),
            'request/invalid': t('letterings.wrong'),
            'message/refused': t('letterings.wrong'),
          }}
        />
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('letterings.ask')}
        </Button>
      </form>
    </>
  );
}
