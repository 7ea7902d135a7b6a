import { Button } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { Field } from '../../components/field.tsx';

/** As the api has it (ASVS 6.2.1); asked here as well, so that nobody waits for an answer to learn it. */
const SHORTEST = 12;

/** Field for a password to be set, that can be shown, and its button; `children` stand above it. */
export function NewPassword({
  action,
  pending,
  problem,
  onSubmit,
  children,
}: {
  action: string;
  pending: boolean;
  problem: unknown;
  onSubmit: (password: string, form: FormData) => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [short, setShort] = useState(false);
  const weak = short || (problem instanceof ApiProblem && problem.code === 'request/invalid');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const password = String(form.get('password') ?? '');
        const tooShort = [...password].length < SHORTEST;
        setShort(tooShort);
        if (!tooShort) onSubmit(password, form);
      }}
    >
      {children}
      <Field
        name="password"
        type={shown ? 'text' : 'password'}
        label={t('signIn.reset.next')}
        hint={t('signIn.reset.rule')}
        error={weak ? `${t('signIn.reset.weak')} ${t('signIn.reset.rule')}` : undefined}
        autoComplete="new-password"
        required
      />
      <label className="cw-check">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        {t('signIn.showPassword')}
      </label>
      <Button type="primary" htmlType="submit" size="large" block loading={pending}>
        {action}
      </Button>
    </form>
  );
}
