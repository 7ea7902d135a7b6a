import { PhoneOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { TestCallProgress } from './test-call-progress.tsx';

/** Calls a number by this trunk and shows how it goes. */
export function TestCall({ trunk }: { trunk: string }): ReactElement {
  const { t } = useTranslation();
  const simulated = useSession().data?.simulatedSwitch ?? false;
  const [to, setTo] = useState('');
  const start = useMutation({
    mutationFn: () => request<{ id: string }>('POST', `/trunks/${trunk}/test-call`, { to }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    start.mutate();
  };
  const hints = [t('trunks.test.hint'), simulated && t('trunks.test.simulated')].filter(Boolean);
  return (
    <div className="cw-test-call">
      <form className="cw-form" onSubmit={submit} aria-label={t('trunks.test.title')}>
        <Field
          label={t('trunks.test.to')}
          hint={hints.join(' ')}
          value={to}
          inputMode="tel"
          autoComplete="off"
          maxLength={40}
          required
          onChange={({ target }) => setTo(target.value)}
        />
        <FormProblem
          problem={start.error}
          words={{
            'dial/not-allowed': t('trunks.test.notAllowed'),
            'request/invalid': t('trunks.test.wrong'),
            'request/conflict': t('trunks.test.again'),
            'switch/not-sent': t('trunks.test.noSwitch'),
          }}
        />
        <div className="cw-buttons">
          <Button icon={<PhoneOutlined aria-hidden />} htmlType="submit" loading={start.isPending}>
            {t('trunks.test.call')}
          </Button>
        </div>
      </form>
      {start.data !== undefined && <TestCallProgress key={start.data.id} id={start.data.id} />}
    </div>
  );
}
