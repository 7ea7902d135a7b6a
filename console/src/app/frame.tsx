import type { ReactElement } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../api/session.ts';
import { ErrorState } from '../components/error-state.tsx';
import { PageLoading } from '../components/page-loading.tsx';
import { Shell } from './shell.tsx';

/** Lets the signed-in through, sends everybody else to the sign-in and back to where they were. */
export function Frame(): ReactElement {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.data === undefined) {
    if (session.error === null) return <PageLoading />;
    return <ErrorState problem={session.error} retry={() => void session.refetch()} />;
  }
  if (session.data === null) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  return <Shell session={session.data} />;
}
