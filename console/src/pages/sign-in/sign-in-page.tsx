import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router';
import { ApiProblem } from '../../api/problem.ts';
import { useSession, useSignIn } from '../../api/session.ts';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemWords } from '../../components/problem-words.ts';
import { backTo } from './back-to.ts';
import { Outside } from './outside.tsx';

type Credentials = { email: string; password: string; code?: string };

/** Sign-in by password; asks for the second factor when the account has one. */
export function SignInPage(): ReactElement {
  const { t } = useTranslation();
  const { search } = useLocation();
  const session = useSession();
  const signIn = useSignIn<Credentials>('/session');
  const [given, setGiven] = useState<Credentials | null>(null);
  if (session.data) return <Navigate to={backTo(search)} replace />;
  const { error } = signIn;
  const asksForCode =
    given !== null && (given.code !== undefined || codeOf(error) === 'auth/second-factor-required');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next: Credentials =
      asksForCode && given !== null
        ? { ...given, code: String(form.get('code') ?? '').replace(/\s/g, '') }
        : { email: String(form.get('email') ?? '').trim(), password: String(form.get('password') ?? '') };
    setGiven(next);
    signIn.mutate(next);
  };
  const startAgain = (): void => {
    setGiven(null);
    signIn.reset();
  };
  return (
    <Outside title={t('signIn.title')}>
      {new URLSearchParams(search).has('back') && error === null && (
        <Notice tone="info">{t('signIn.ended')}</Notice>
      )}
      {error !== null && codeOf(error) !== 'auth/second-factor-required' && (
        <Refused error={error} code={asksForCode} />
      )}
      <form onSubmit={submit}>
        {asksForCode ? (
          <Field
            key="code"
            name="code"
            label={t('signIn.code')}
            hint={t('signIn.codeHint')}
            autoComplete="one-time-code"
            autoFocus
            required
          />
        ) : (
          <>
            <Field
              name="email"
              type="email"
              label={t('signIn.email')}
              autoComplete="username"
              autoFocus
              required
            />
            <Field
              name="password"
              type="password"
              label={t('signIn.password')}
              autoComplete="current-password"
              required
            />
          </>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      {asksForCode ? (
        <Button type="link" onClick={startAgain}>
          {t('signIn.startAgain')}
        </Button>
      ) : (
        <Link to="/reset">{t('signIn.forgot')}</Link>
      )}
    </Outside>
  );
}

const codeOf = (error: unknown): string | undefined => (error instanceof ApiProblem ? error.code : undefined);

function Refused({ error, code }: { error: unknown; code: boolean }): ReactElement {
  const { t } = useTranslation();
  const words = useProblemWords(error);
  if (codeOf(error) === 'auth/wrong-credentials')
    return <Notice tone="bad">{t(code ? 'signIn.wrongCode' : 'signIn.wrong')}</Notice>;
  return (
    <Notice tone="bad">
      <strong>{words.title}</strong> {words.advice}
    </Notice>
  );
}
