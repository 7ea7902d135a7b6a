import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import type { InvitationView } from '../../../../contracts/api/session.ts';
import { request } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSignIn } from '../../api/session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Field } from '../../components/field.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { NewPassword } from './new-password.tsx';
import { Outside } from './outside.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useToken } from './token.ts';

/** Accepts an invitation: name and password of the new account, whose person is signed in by it. */
export function InvitationPage(): ReactElement {
  const { t } = useTranslation();
  const token = useToken();
  return (
    <Outside title={t('signIn.invitation.title')}>
      {token === null ? <NoInvitation /> : <Invitation key={token} token={token} />}
    </Outside>
  );
}

function NoInvitation(): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('signIn.link.invalid')} advice={t('signIn.link.invalidAdvice')}>
      <Link to="/sign-in">{t('signIn.back')}</Link>
    </EmptyState>
  );
}

type Acceptance = { token: string; name: string; password: string };

function Invitation({ token }: { token: string }): ReactElement {
  const { t } = useTranslation();
  const accept = useSignIn<Acceptance>('/invitations/accept');
  const invitation = useQuery({
    // A new session forgets what was read before; this would be asked again, with a link that is used up.
    enabled: !accept.isSuccess,
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => request<InvitationView>('POST', '/invitations/look', { token }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (accept.isSuccess) return <Navigate to="/" replace />;
  if (invitation.isPending) return <PageLoading />;
  if (isSpent(invitation.error) || isSpent(accept.error)) return <NoInvitation />;
  if (invitation.isError)
    return <ErrorState problem={invitation.error} retry={() => void invitation.refetch()} />;
  const { email, name, tenantName } = invitation.data;
  return (
    <>
      <p>{t('signIn.invitation.welcome', { company: tenantName })}</p>
      {!isWeak(accept.error) && <ProblemNotice problem={accept.error} />}
      <NewPassword
        action={t('signIn.invitation.accept')}
        pending={accept.isPending}
        problem={accept.error}
        onSubmit={(password, form) =>
          accept.mutate({ token, password, name: String(form.get('name') ?? '').trim() })
        }
      >
        <Field label={t('signIn.email')} value={email} readOnly autoComplete="username" />
        <Field
          name="name"
          label={t('signIn.invitation.name')}
          defaultValue={name}
          autoComplete="name"
          maxLength={80}
          required
        />
      </NewPassword>
    </>
  );
}

const isSpent = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'auth/link-invalid' || error.code === 'request/not-found');

const isWeak = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'request/invalid';
