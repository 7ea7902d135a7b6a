import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { SESSION_KEY, type Session } from '../../api/session.ts';
import { CheckField } from '../../components/check-field.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { lengthOf, SHORTEST } from './password-length.ts';
import { PasswordRules } from './password-rules.tsx';

/** Changes the password, or sets the first one. */
export function PasswordCard({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [next, setNext] = useState('');
  const [current, setCurrent] = useState('');
  const [shown, setShown] = useState(false);
  const [short, setShort] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      request<undefined>('POST', '/password/change', { current: session.hasPassword ? current : null, next }),
    onSuccess: () => {
      setNext('');
      setCurrent('');
      return client.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
  const weakness = useWeakness(change.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const tooShort = lengthOf(next) < SHORTEST;
    setShort(tooShort);
    if (!tooShort) change.mutate();
  };
  const type = shown ? 'text' : 'password';
  return (
    <section className="cw-card cw-stack">
      <h2>{t('profile.password.title')}</h2>
      {!session.hasPassword && <p className="cw-muted">{t('profile.password.setLead')}</p>}
      {change.isSuccess && <Notice tone="ok">{t('profile.password.done')}</Notice>}
      <form className="cw-form" onSubmit={submit}>
        {/* Tells password managers whose password this is. */}
        <input
          className="cw-hidden"
          type="text"
          autoComplete="username"
          value={session.user.email}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        {session.hasPassword && (
          <Field
            type={type}
            label={t('profile.password.current')}
            value={current}
            autoComplete="current-password"
            maxLength={256}
            required
            onChange={({ target }) => setCurrent(target.value)}
          />
        )}
        <Field
          type={type}
          label={t('profile.password.next')}
          value={next}
          error={short ? t('profile.password.tooShort') : weakness}
          autoComplete="new-password"
          maxLength={256}
          required
          onChange={({ target }) => {
            setNext(target.value);
            setShort(false);
          }}
        />
        <PasswordRules password={next} />
        <CheckField label={t('profile.password.show')} checked={shown} onChange={() => setShown(!shown)} />
        {weakness === undefined && (
          <FormProblem problem={change.error} words={{ 'auth/forbidden': t('profile.password.wrong') }} />
        )}
        <div className="cw-buttons">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t(session.hasPassword ? 'profile.password.change' : 'profile.password.set')}
          </Button>
        </div>
      </form>
    </section>
  );
}

const WEAK = { 'too-short': 'tooShort', personal: 'personal', common: 'tooCommon' } as const;

/** Why the api finds a password weak, by the first word of what it says about the field. */
function useWeakness(problem: unknown): string | undefined {
  const { t } = useTranslation();
  if (!(problem instanceof ApiProblem)) return undefined;
  const said = problem.fields.find(({ field }) => field === 'next')?.message;
  const key = Object.keys(WEAK).find((word) => said?.startsWith(word)) as keyof typeof WEAK | undefined;
  return key === undefined ? undefined : t(`profile.password.${WEAK[key]}`);
}
