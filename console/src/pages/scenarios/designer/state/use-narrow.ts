import { useSyncExternalStore } from 'react';

/** Below this the canvas has no room beside the panel: the list takes its place. */
const QUERY = '(max-width: 899px)';

const subscribe = (listener: () => void): (() => void) => {
  const query = matchMedia(QUERY);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** True on phones and small tablets. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
