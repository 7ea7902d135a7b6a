import { type ReactElement, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import type { Session } from '../api/session.ts';
import { PageLoading } from '../components/page-loading.tsx';
import { IncomingCalls, mayRing } from './incoming-calls.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { pagesFor } from './pages.ts';
import { PasswordPrompt } from './password-prompt.tsx';
import { SideMenu } from './side-menu.tsx';
import { SkipLink } from './skip-link.tsx';
import { TopBar } from './top-bar.tsx';
import { useNewPage } from './use-new-page.ts';
import './shell.css';

/** There the telephone shows its calls itself. */
const PHONE = '/phone';

/** Menu, top bar and the page between them. */
export function Shell({ session }: { session: Session }): ReactElement {
  const { pathname } = useLocation();
  useNewPage();
  const pages = pagesFor(session.permissions);
  const home = pages[0]?.path ?? '/profile';
  return (
    <div className="cw-shell">
      <SkipLink />
      <aside className="cw-side">
        <SideMenu pages={pages} />
      </aside>
      <TopBar session={session} pages={pages} />
      <main className="cw-main" id="main" tabIndex={-1}>
        {!session.hasPassword && <PasswordPrompt />}
        <PageBoundary key={pathname}>
          <Suspense fallback={<PageLoading />}>
            <Routes>
              <Route path="/" element={<Navigate to={home} replace />} />
              {pages.map(({ path, Component }) => (
                <Route key={path} path={path} element={<Component />} />
              ))}
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </PageBoundary>
      </main>
      {pathname !== PHONE && mayRing(session) && (
        <Suspense>
          <IncomingCalls phonePage={PHONE} />
        </Suspense>
      )}
    </div>
  );
}
