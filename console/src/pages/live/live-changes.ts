import { createContext } from 'react';

/** Tells who is interested that a call has changed or ended. */
export type LiveChanges = {
  /** Returns what ends it. */
  listen(call: string, changed: () => void): () => void;
  changed(call: string): void;
};

export function createLiveChanges(): LiveChanges {
  const listeners = new Map<string, Set<() => void>>();
  return {
    listen(call, changed) {
      const ofCall = listeners.get(call) ?? new Set();
      listeners.set(call, ofCall.add(changed));
      return () => {
        ofCall.delete(changed);
        if (ofCall.size === 0) listeners.delete(call);
      };
    },
    changed(call) {
      for (const listener of listeners.get(call) ?? []) listener();
    },
  };
}

/** On the live page, which reads the stream anyway; null elsewhere: a call's page then opens a stream of its own. */
export const LiveChangesContext = createContext<LiveChanges | null>(null);
