import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router';
import { useSession, useSignIn } from '../../api/session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { backTo } from './back-to.ts';
import { Outside } from './outside.tsx';
import { useToken } from './token.ts';

/** Sign-in by a one-time link. By a button: what looks at links in mails before their reader would use it up. */
export function LinkPage(): ReactElement {
  const { t } = useTranslation();
  const { search } = useLocation();
  const session = useSession();
  const signIn = useSignIn<{ token: string }>('/session/link');
  const token = useToken();
  if (signIn.isSuccess || (token === null && session.data)) return <Navigate to={backTo(search)} replace />;
  return (
    <Outside title={t('signIn.link.title')}>
      {token === null || signIn.isError ? (
        <EmptyState title={t('signIn.link.invalid')} advice={t('signIn.link.invalidAdvice')}>
          <Link to="/sign-in">{t('signIn.back')}</Link>
        </EmptyState>
      ) : (
        <>
          <p>{t('signIn.link.ready')}</p>
          <Button
            type="primary"
            size="large"
            block
            autoFocus
            loading={signIn.isPending}
            onClick={() => signIn.mutate({ token })}
          >
            {t('signIn.submit')}
          </Button>
        </>
      )}
    </Outside>
  );
}
