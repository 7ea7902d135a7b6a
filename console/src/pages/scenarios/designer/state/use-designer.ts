import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Actions } from './actions.ts';
import type { DesignerState, DesignerStore } from './store.ts';

export type DesignerKit = { readonly store: DesignerStore; readonly actions: Actions };

/** The store and what can be done with it; the same objects as long as a scenario is open. */
export const DesignerContext = createContext<DesignerKit | null>(null);

/** Store and actions of the designer around. */
export function useKit(): DesignerKit {
  const kit = useContext(DesignerContext);
  // Every component of this folder stands within a designer.
  if (kit === null) throw new TypeError('no designer around');
  return kit;
}

export const useActions = (): Actions => useKit().actions;

/** A piece of the state; what it selects must be the same object while nothing changes. */
export function useDesigner<T>(select: (state: DesignerState) => T): T {
  const { store } = useKit();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
