import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

export type LeaveGuard = {
  /** Somebody wants to leave and is to be asked. */
  readonly asking: boolean;
  leave(): void;
  stay(): void;
};

type Wish = { readonly to: string } | { readonly back: string };

/**
 * Asks before the page is left while `dirty`: by a link, by the browser's own back, by closing the window. Browsers
 * without the Navigation API ask for the last only.
 */
export function useLeaveGuard(dirty: boolean): LeaveGuard {
  const navigate = useNavigate();
  const [wish, setWish] = useState<Wish | null>(null);
  const [free, setFree] = useState<Wish | null>(null);
  const guarded = dirty && free === null;
  useEffect(() => {
    if (!guarded) return;
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    const onNavigate = (event: NavigateEvent): void => {
      // The session that ended replaces the page: nothing to ask any more.
      const { destination, navigationType } = event;
      if (!event.cancelable || (navigationType !== 'push' && navigationType !== 'traverse')) return;
      const { pathname, search, hash, origin } = new URL(destination.url);
      if (origin !== location.origin || pathname === location.pathname) return;
      event.preventDefault();
      setWish(navigationType === 'push' ? { to: pathname + search + hash } : { back: destination.key });
    };
    addEventListener('beforeunload', onUnload);
    const { navigation } = window as { navigation?: Navigation };
    navigation?.addEventListener('navigate', onNavigate);
    return () => {
      removeEventListener('beforeunload', onUnload);
      navigation?.removeEventListener('navigate', onNavigate);
    };
  }, [guarded]);
  useEffect(() => {
    if (free === null) return;
    // In an effect after the listeners are gone.
    if ('to' in free) void navigate(free.to);
    else window.navigation.traverseTo(free.back);
  }, [free, navigate]);
  return { asking: wish !== null, leave: () => setFree(wish), stay: () => setWish(null) };
}
