import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { NewPassword } from './new-password.tsx';
import { Outside } from './outside.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** Sets a new password with the token of a mailed link. */
export function SetPassword({ token }: { token: string }): ReactElement {
  const { t } = useTranslation();
  const set = useMutation({
    mutationFn: (password: string) => request<undefined>('POST', '/password/reset', { token, password }),
  });
  if (set.isSuccess)
    return (
      <Outside title={t('signIn.reset.title')}>
        <Notice tone="ok">
          <strong>{t('signIn.reset.done')}</strong>
          <p>{t('signIn.reset.doneAdvice')}</p>
        </Notice>
        <Link to="/sign-in">{t('signIn.title')}</Link>
      </Outside>
    );
  return (
    <Outside title={t('signIn.reset.setTitle')}>
      {isSpent(set.error) ? (
        <EmptyState title={t('signIn.link.invalid')} advice={t('signIn.link.invalidAdvice')}>
          <Link to="/reset" reloadDocument>
            {t('signIn.reset.send')}
          </Link>
        </EmptyState>
      ) : (
        <>
          {!isWeak(set.error) && <ProblemNotice problem={set.error} />}
          <NewPassword
            action={t('signIn.reset.set')}
            pending={set.isPending}
            problem={set.error}
            onSubmit={(password) => set.mutate(password)}
          />
        </>
      )}
    </Outside>
  );
}

const isSpent = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'auth/link-invalid';

/** The field itself says so. */
const isWeak = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'request/invalid';
