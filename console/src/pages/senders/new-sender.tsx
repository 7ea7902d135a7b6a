import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { useSession } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { PersonField } from './person-field.tsx';
import { SENDERS } from './senders-query.ts';

/** Asks for a number to send from; somebody who saw the proof decides. */
export function NewSender(): ReactElement {
  const { t } = useTranslation();
  const tenant = useSession().data?.user.tenant.id;
  const [user, setUser] = useState('');
  const ask = useChange<SenderView>(SENDERS);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { digits, label } = Object.fromEntries(new FormData(event.currentTarget));
    const body = { digits: String(digits).replaceAll(/[\s-]/g, ''), label, user: user === '' ? null : user };
    ask.mutate({ method: 'POST', path: '/senders', body });
  };
  return (
    <>
      {ask.isSuccess && (
        <Notice tone="ok">{t('senders.asked', { number: spacedNumber(ask.data.digits) })}</Notice>
      )}
      <form key={ask.data?.id ?? ''} className="cw-form" onSubmit={submit}>
        <Field
          name="digits"
          inputMode="tel"
          label={t('senders.field.digits')}
          hint={t('senders.digitsHint')}
          maxLength={20}
          autoComplete="off"
          required
        />
        <Field
          name="label"
          label={t('senders.field.label')}
          hint={t('senders.labelHint')}
          maxLength={40}
          autoComplete="off"
          required
        />
        <PersonField tenant={tenant} value={user} known={null} onChange={setUser} />
        <Notice tone="info">{t('senders.proof')}</Notice>
        <FormProblem
          problem={ask.error}
          words={{
            'request/conflict': t('senders.taken'),
            'request/invalid': t('senders.wrong'),
            'message/refused': t('senders.wrong'),
          }}
        />
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t('senders.ask')}
        </Button>
      </form>
    </>
  );
}
