import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPath, useLocation } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PAGES } from './pages.ts';

/** For addresses without a page, and for pages that the role does not have. */
export function NotFoundPage(): ReactElement {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const exists = PAGES.some(({ path }) => matchPath(path, pathname) !== null);
  return exists ? (
    <EmptyState title={t('app.forbidden')} advice={t('app.forbiddenAdvice')} heading />
  ) : (
    <EmptyState title={t('app.notFound')} advice={t('app.notFoundAdvice')} heading />
  );
}
