import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** A page that was gone to begins at its top, and the next Tab is in it; back, forward and redirects leave all as it is. */
export function useNewPage(): void {
  const { pathname } = useLocation();
  const how = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (how !== 'PUSH') return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, how]);
}
