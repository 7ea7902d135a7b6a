import type { Child } from './child.ts';

/** How a child says that it does its work: an IPC message `ready` (or `{ type: 'ready' }`), or a line it prints. */
export type ReadyWhen = 'message' | { readonly line: RegExp };

/** Watches one child's lines and messages for its readiness, afresh for each incarnation. */
export interface Readiness {
  wait(child: Child, signal: AbortSignal): Promise<void>;
  onLine(line: string): void;
  onMessage(message: unknown): void;
}

/** Makes the watcher; `wait` resolves at the first sign of readiness after it was called. */
export function createReadiness(when: ReadyWhen): Readiness {
  let resolveCurrent: () => void = () => undefined;
  return {
    wait: () =>
      new Promise((resolve) => {
        resolveCurrent = resolve;
      }),
    onLine: (line) => {
      if (when !== 'message' && when.line.test(line)) resolveCurrent();
    },
    onMessage: (message) => {
      if (when === 'message' && isReadyMessage(message)) resolveCurrent();
    },
  };
}

function isReadyMessage(message: unknown): boolean {
  if (message === 'ready') return true;
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
