import type { SendVerdict } from '../../../../contracts/message/provider.ts';
import type { Exchange } from './exchange.ts';
import { harmless } from './harmless.ts';

/** What came of texts that were not plainly accepted. */
export type Fate =
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'later'; afterMs: number; reason: string }
  | { kind: 'unknown'; reason: string };

const PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Statuses by which a server says that it has read nothing yet. */
const TOO_MANY = new Set([425, 429]);

/** Nothing was sent, and may be after a pause. */
export const later = (reason: string, afterMs: number | undefined = PAUSE_MS): Fate => ({
  kind: 'later',
  afterMs: Math.min(Math.max(afterMs, 500), LONGEST_PAUSE_MS),
  reason,
});

export const refused = (code: string, reason: string): Fate => ({
  kind: 'refused',
  code: harmless(code, 60),
  reason: harmless(reason),
});

/** The same fate for each of the texts. */
export const allOf = (texts: readonly { ref: string }[], fate: Fate): SendVerdict[] =>
  texts.map(({ ref }) => ({ ref, ...fate }));

/** A provider's own name for an error and its words for it. */
export type ErrorWords = (body: unknown) => { code: string; reason: string } | undefined;

/**
 * What an exchange means for texts that it should have handed over; undefined for a 2xx, which the caller reads. A 5xx
 * may come from a proxy behind which the texts were accepted, as a 408 may: both are `unknown`.
 */
export function fateOf(given: Exchange, words: ErrorWords): Fate | undefined {
  if (given.kind === 'unsent') return later(given.reason);
  if (given.kind === 'lost') return { kind: 'unknown', reason: given.reason };
  const { status, body, retryAfterMs } = given;
  if (status >= 200 && status < 300) return undefined;
  if (TOO_MANY.has(status)) return later('the provider asks for a pause', retryAfterMs);
  if (status >= 500 || status === 408) return { kind: 'unknown', reason: `the provider answered ${status}` };
  const said = words(body);
  return refused(said?.code ?? `http-${status}`, said?.reason ?? reasonOf(status));
}

/** As {@link fateOf}, for a step before the texts leave: what is unknown there can be done again. */
export function fateBefore(given: Exchange, words: ErrorWords): Fate | undefined {
  const fate = fateOf(given, words);
  return fate?.kind === 'unknown' ? later(fate.reason) : fate;
}

function reasonOf(status: number): string {
  if (status === 401 || status === 403) return 'the provider does not accept our keys';
  if (status === 404) return 'the provider has nothing at that address';
  if (status === 413) return 'the provider finds it too large';
  return `the provider answered ${status}`;
}
