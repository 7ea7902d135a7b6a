/** How long one request may take, ms. */
export const REQUEST_MS = 10_000;

/** Time for all requests of one hand-over: what is left for the next one, ms, never more than one may take. */
export function timeBudget(totalMs: number, requestMs: number, now: () => number): () => number {
  const end = now() + totalMs;
  return () => Math.min(requestMs, end - now());
}
