import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

type Begun = { readonly secret: string; readonly uri: string };

/** Turns the second factor on: a secret for the app, then the first code of it. */
export function EnrolSecondFactor({ onDone }: { onDone: (codes: readonly string[]) => void }): ReactElement {
  const { t } = useTranslation();
  const begin = useMutation({
    mutationFn: () => request<Begun>('POST', '/second-factor/begin'),
    gcTime: 0,
  });
  if (begin.data === undefined)
    return (
      <>
        <FormProblem problem={begin.error} words={{ 'request/conflict': t('profile.factor.again') }} />
        <div className="cw-buttons">
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            {t('profile.factor.begin')}
          </Button>
        </div>
      </>
    );
  return <ConfirmSecret begun={begin.data} onDone={onDone} onCancel={begin.reset} />;
}

function ConfirmSecret({
  begun: { secret, uri },
  onDone,
  onCancel,
}: {
  begun: Begun;
  onDone: (codes: readonly string[]) => void;
  onCancel: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () =>
      request<{ recoveryCodes: readonly string[] }>('POST', '/second-factor/confirm', {
        code: code.replace(/\s/g, ''),
      }),
    gcTime: 0,
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <p>{t('profile.factor.scan')}</p>
      <div className="cw-qr" role="img" aria-label={t('profile.factor.qr')}>
        <Suspense>
          <QrCode value={uri} />
        </Suspense>
      </div>
      <CopyField label={t('profile.factor.secret')} value={secret} />
      <Field
        label={t('profile.factor.code')}
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        pattern="[0-9\s]{6,12}"
        required
        onChange={({ target }) => setCode(target.value)}
      />
      <FormProblem
        problem={confirm.error}
        words={{
          'auth/forbidden': t('profile.factor.wrongCode'),
          'request/invalid': t('profile.factor.wrongCode'),
          'request/conflict': t('profile.factor.again'),
        }}
      />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('profile.factor.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('profile.factor.cancel')}</Button>
      </div>
    </form>
  );
}
