import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';

/** Turns the second factor off by the password. */
export function RemoveSecondFactor({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: (password: string) => request<undefined>('DELETE', '/second-factor', { password }),
    onSuccess: onDone,
  });
  if (!open)
    return (
      <div className="cw-buttons">
        <Button danger onClick={() => setOpen(true)}>
          {t('profile.factor.remove')}
        </Button>
      </div>
    );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    remove.mutate(String(new FormData(event.currentTarget).get('password') ?? ''));
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        name="password"
        type="password"
        label={t('profile.factor.password')}
        hint={t('profile.factor.removeHint')}
        autoComplete="current-password"
        maxLength={256}
        required
      />
      <FormProblem problem={remove.error} words={{ 'auth/forbidden': t('profile.password.wrong') }} />
      <div className="cw-buttons">
        <Button danger type="primary" htmlType="submit" loading={remove.isPending}>
          {t('profile.factor.remove')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('profile.factor.cancel')}</Button>
      </div>
    </form>
  );
}
