import type { MessageProvider, OutgoingText, SendVerdict } from '../../contracts/message/provider.ts';
import type { MessageWorld } from './ledger.ts';
import { LEASE_MS } from './timing.ts';

const AGAIN_MS = 1_000;

/** Texts that are in the ledger as being handed over. */
export type HandOver = { batch: string; texts: readonly OutgoingText[] };

/**
 * Hands claimed texts to the provider; returns one verdict for each. Nothing here throws: what may have left and has no
 * answer is `unknown`, what certainly has not left is `later`.
 */
export async function handOver(
  { ledger, provider, now, warn }: MessageWorld,
  { batch, texts }: HandOver,
  claimedAt: number,
): Promise<SendVerdict[]> {
  const later = (reason: string, afterMs = AGAIN_MS): SendVerdict[] =>
    texts.map(({ ref }) => ({ ref, kind: 'later', afterMs, reason }));
  let handle: string | null = null;
  try {
    const prepared = await provider.prepare?.(batch);
    if (prepared !== undefined && 'kind' in prepared) return later(prepared.reason, prepared.afterMs);
    if (prepared !== undefined) {
      handle = prepared.handle;
      await ledger.setHandle(batch, handle);
    }
  } catch (error) {
    warn('a hand-over was not prepared', error);
    return later('not prepared');
  }
  if (now() - claimedAt > LEASE_MS) return later('too late');
  try {
    return oneEach(texts, await provider.send({ batch, handle, texts }));
  } catch (error) {
    warn('a provider threw in a hand-over', error);
    return oneEach(texts, []);
  }
}

/** The first verdict of each text of ours; one that was not mentioned may have been accepted. */
function oneEach(
  texts: readonly OutgoingText[],
  verdicts: Awaited<ReturnType<MessageProvider['send']>>,
): SendVerdict[] {
  const byRef = new Map([...verdicts].reverse().map((verdict) => [verdict.ref, verdict]));
  return texts.map(({ ref }) => byRef.get(ref) ?? { ref, kind: 'unknown', reason: 'no answer' });
}
