import type { LookupQuestion, OutgoingText } from '../../../../contracts/message/provider.ts';

/** Reference of the n-th text, of the form that our ledger gives. */
export const refOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const BATCH = '11111111-1111-4111-8111-111111111111';

/** The n-th text, to a number of its own. */
export const sampleText = (n: number, more: Partial<OutgoingText> = {}): OutgoingText => ({
  ref: refOf(n),
  channel: 'sms',
  purpose: 'info',
  from: '15880000',
  to: `010${String(12_345_000 + n)}`,
  subject: null,
  text: '예약이 확정되었습니다.',
  image: null,
  alimtalk: null,
  ...more,
});

export const sampleTexts = (count: number, more: Partial<OutgoingText> = {}): OutgoingText[] =>
  Array.from({ length: count }, (_, n) => sampleText(n + 1, more));

/** A question about a text; `more` has what the ledger knows of its hand-over. */
export const questionOf = (text: OutgoingText, more: Partial<LookupQuestion> = {}): LookupQuestion => ({
  ref: text.ref,
  batch: BATCH,
  handle: null,
  providerId: null,
  channel: text.channel,
  to: text.to,
  submittedAt: 0,
  ...more,
});

/** Kinds of verdicts or words, by reference: `{ 1: 'accepted' }`. */
export const kindsOf = (
  said: readonly { kind: string; ref?: string; by?: object }[],
): Record<number, string> =>
  Object.fromEntries(
    said.map((one) => {
      const ref = one.ref ?? (one.by !== undefined && 'ref' in one.by ? String(one.by.ref) : '');
      return [Number(ref.slice(-12)), one.kind];
    }),
  );
