import { adAllowedAt } from '../../contracts/message/night.ts';
import type { ProviderWord, SendVerdict } from '../../contracts/message/provider.ts';
import type { LedgerSend } from './message-send-row.ts';

/** Reason of a send that got no verdict in a hand-over that ended. */
export const NO_VERDICT = 'the provider gave no verdict';
export const NO_REPORT = 'no report in time';

/** How long a text may wait for a provider that always says `later`, ms: after a day nobody expects it any more. */
export const HAND_OVER_WITHIN_MS = 24 * 3_600_000;

/**
 * What a verdict of the hand-over `batch` makes of a send; the same object when nothing. That it was accepted is always
 * true, whichever hand-over says so; the other words are about the text only while this hand-over has it.
 */
export function afterVerdict(
  send: LedgerSend,
  verdict: SendVerdict | undefined,
  batch: string,
  now: number,
): LedgerSend {
  if (verdict?.kind === 'accepted') return afterAccepted(send, verdict.providerId, now);
  if (send.state !== 'submitting' || send.batch !== batch) return send;
  switch (verdict?.kind) {
    case 'refused':
      return settled(send, { state: 'failed', at: now, code: verdict.code, reason: verdict.reason });
    case 'later':
      if (isTooLate(send, now)) return tooLate(send, now);
      return { ...send, state: 'waiting', dueAt: now + Math.max(0, verdict.afterMs), reason: verdict.reason };
    default:
      return send.reason === null ? { ...send, reason: verdict?.reason ?? NO_VERDICT } : send;
  }
}

/**
 * What a word of the provider makes of a send that was handed to it at least once; the same object when nothing. The
 * first outcome stays, but that a late word corrects `unknown`. Words on a send that waits again are believed: it was
 * sent after all, and is not sent a second time.
 */
export function afterWord(send: LedgerSend, word: ProviderWord, now: number): LedgerSend {
  switch (word.kind) {
    case 'accepted':
      return afterAccepted(send, word.providerId, now);
    case 'absent':
      return afterAbsent(send, now);
    case 'delivered':
      return settled(named(send, word.providerId), {
        state: 'delivered',
        at: Math.min(word.at, now),
        code: null,
        reason: null,
      });
    case 'failed':
      return settled(named(send, word.providerId), {
        state: 'failed',
        at: Math.min(word.at, now),
        code: word.code,
        reason: word.reason,
      });
  }
}

const named = (send: LedgerSend, providerId: string | undefined): LedgerSend =>
  send.providerId === null && providerId !== undefined ? { ...send, providerId } : send;

function afterAccepted(send: LedgerSend, providerId: string, now: number): LedgerSend {
  if (send.state === 'cancelled') return send;
  const known = named(send, providerId);
  if (send.state !== 'waiting' && send.state !== 'submitting') return known;
  return { ...known, state: 'accepted', acceptedAt: now, lookedAt: null, reason: null };
}

/**
 * The text may go again only as the answer to a question about this very hand-over: a claim clears `lookedAt`. What
 * once had a provider's id was accepted, whatever is said now.
 */
function afterAbsent(send: LedgerSend, now: number): LedgerSend {
  if (send.state !== 'submitting' || send.providerId !== null || send.lookedAt === null) return send;
  return { ...send, state: 'waiting', dueAt: now, reason: null };
}

type Outcome = { state: 'delivered' | 'failed'; at: number; code: string | null; reason: string | null };

function settled(send: LedgerSend, { state, at, code, reason }: Outcome): LedgerSend {
  if (send.state === 'delivered' || send.state === 'failed' || send.state === 'cancelled') return send;
  return { ...send, state, settledAt: at, code, reason };
}

/** A send that nobody will hear of any more. */
export const afterSilence = (send: LedgerSend, now: number): LedgerSend => ({
  ...send,
  state: 'unknown',
  settledAt: now,
  reason: send.reason ?? NO_REPORT,
});

/** A send whose sender number may not be used any more. */
export const withoutSender = (send: LedgerSend, now: number): LedgerSend =>
  settled(send, {
    state: 'failed',
    at: now,
    code: 'sender-not-verified',
    reason: 'the sender number is not verified any more',
  });

/**
 * True once the day is over in which the send had to be handed over. The day begins when the send could first have gone:
 * it stood in the ledger, its message's time had come and, for advertising, it was not night.
 */
export const isTooLate = (
  { createdAt, messageDueAt, atNight }: Pick<LedgerSend, 'createdAt' | 'messageDueAt' | 'atNight'>,
  now: number,
): boolean => now >= adAllowedAt(Math.max(createdAt, messageDueAt), atNight) + HAND_OVER_WITHIN_MS;

/** A send that nobody took for a day. It makes no SMS, which would be as late. */
export const tooLate = (send: LedgerSend, now: number): LedgerSend => ({
  ...settled(send, { state: 'failed', at: now, code: 'too-late', reason: 'not handed over within a day' }),
  fallback: null,
});

/** True when this change makes the one SMS. Not after `unknown`: the time for "at once" is over, a person decides. */
export const makesFallback = (before: LedgerSend, after: LedgerSend): boolean =>
  after.state === 'failed' &&
  after.fallback !== null &&
  before.state !== 'failed' &&
  before.state !== 'unknown';
