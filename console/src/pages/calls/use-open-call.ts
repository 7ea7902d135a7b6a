import { useCallback } from 'react';
import { useSearchParam } from '../../components/use-search-param.ts';

/** Which call is open beside the list: kept in the address. */
export function useOpenCall(): { call: string | null; open: (id: string) => void; close: () => void } {
  const [call, change] = useSearchParam('call');
  const open = useCallback((id: string) => change(id), [change]);
  const close = useCallback(() => change(null), [change]);
  return { call, open, close };
}
