import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { PageLoading } from '../components/page-loading.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { Frame } from './frame.tsx';

const LinkPage = lazy(async () => ({ default: (await import('../pages/sign-in/link-page.tsx')).LinkPage }));
const ResetPage = lazy(async () => ({
  default: (await import('../pages/sign-in/reset-page.tsx')).ResetPage,
}));
const InvitationPage = lazy(async () => ({
  default: (await import('../pages/sign-in/invitation-page.tsx')).InvitationPage,
}));

const PUBLIC: readonly (readonly [path: string, Component: ComponentType])[] = [
  ['/sign-in', SignInPage],
  ['/sign-in/link', LinkPage],
  ['/reset', ResetPage],
  ['/invitation', InvitationPage],
];

/** Pages before the sign-in stand alone, all others in the frame. */
export function AppRoutes(): ReactElement {
  return (
    <Suspense fallback={<PageLoading />}>
      <Routes>
        {PUBLIC.map(([path, Component]) => (
          <Route key={path} path={path} element={<Component />} />
        ))}
        <Route path="/*" element={<Frame />} />
      </Routes>
    </Suspense>
  );
}
