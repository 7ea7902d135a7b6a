import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type {
  MessageDetailView,
  MessageOrderInput,
  MessageProblem,
} from '../../../../../contracts/api/messages.ts';
import { request } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';

export type Sending = {
  send(order: MessageOrderInput): void;
  readonly pending: boolean;
  readonly sent: MessageDetailView | undefined;
  /** What the api refused it for; also what it found wrong with single fields. */
  readonly problems: readonly MessageProblem[];
  /** It failed otherwise: unreachable, not allowed. */
  readonly failed: unknown;
  reset(): void;
};

/** Sends an order, one at a time; the order's key makes what was sent twice one message. */
export function useSend(onSent?: (message: MessageDetailView) => void): Sending {
  // A button goes grey a moment after the press: a double click is faster.
  const running = useRef(false);
  const mutation = useMutation({
    mutationFn: (order: MessageOrderInput) => request<MessageDetailView>('POST', '/messages', order),
    onSuccess: (message) => onSent?.(message),
    onSettled: () => {
      running.current = false;
    },
  });
  const problems = problemsOf(mutation.error);
  return {
    send(order) {
      if (running.current) return;
      running.current = true;
      mutation.mutate(order);
    },
    pending: mutation.isPending,
    sent: mutation.data,
    problems,
    failed: problems.length > 0 ? null : mutation.error,
    reset: mutation.reset,
  };
}

function problemsOf(error: unknown): readonly MessageProblem[] {
  if (!(error instanceof ApiProblem)) return [];
  if (error.problems.length > 0) return error.problems;
  return error.fields.map(({ field, message }) => ({ code: error.code, message, field, row: null }));
}
