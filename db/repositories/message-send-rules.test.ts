import test, { type ExecutionContext } from 'ava';
import type { LedgerSend } from './message-send-row.ts';
import {
  afterVerdict,
  afterWord,
  HAND_OVER_WITHIN_MS,
  isTooLate,
  makesFallback,
  tooLate,
} from './message-send-rules.ts';
import { DEMO_TENANT } from './tenants.ts';

const NOON = Date.parse('2026-09-21T12:00:00+09:00');
const HOUR = 3_600_000;

const send = (different: Partial<LedgerSend> = {}): LedgerSend => ({
  id: 'send',
  recipient: 'recipient',
  message: 'message',
  tenant: DEMO_TENANT,
  round: 1,
  step: 0,
  channel: 'sms',
  fallback: null,
  state: 'submitting',
  batch: 'batch',
  providerId: null,
  dueAt: NOON,
  createdAt: NOON,
  messageDueAt: NOON,
  atNight: true,
  code: null,
  reason: null,
  acceptedAt: null,
  lookedAt: null,
  settledAt: null,
  ...different,
});

/** So many hours after noon the send is too late, and not a millisecond before. */
function turns(t: ExecutionContext, one: LedgerSend, hours: number): void {
  const end = NOON + hours * HOUR;
  t.deepEqual([isTooLate(one, end - 1), isTooLate(one, end)], [false, true]);
}

test('a send is too late a day after it was made, or its message’s time came: the later of them', (t) => {
  t.is(HAND_OVER_WITHIN_MS, 24 * HOUR);
  turns(t, send(), 24);
  turns(t, send({ messageDueAt: NOON + 100 * HOUR }), 124);
  turns(t, send({ createdAt: NOON + 100 * HOUR }), 124);
});

test('pauses that a provider asks for do not move the end of the day', (t) => {
  turns(t, send({ dueAt: NOON + 20 * HOUR }), 24);
});

test('the day of advertising that fell into the night begins in the morning', (t) => {
  const evening = NOON + 9 * HOUR;
  turns(t, send({ createdAt: evening, atNight: false }), 20 + 24);
  turns(t, send({ createdAt: evening, atNight: true }), 9 + 24);
  turns(t, send({ createdAt: evening - 1, atNight: false }), 9 + 24 - 1 / HOUR);
});

const later = { ref: 'send', kind: 'later', afterMs: 1_000, reason: 'too many' } as const;

test('`later` puts off, until the day is over', (t) => {
  const end = NOON + HAND_OVER_WITHIN_MS;
  t.like(afterVerdict(send(), later, 'batch', end - 1), { state: 'waiting', dueAt: end + 999, code: null });
  t.like(afterVerdict(send(), later, 'batch', end), { state: 'failed', code: 'too-late', settledAt: end });
});

test('the other verdicts count after the day too: the text left in time', (t) => {
  const end = NOON + HAND_OVER_WITHIN_MS;
  const accepted = { ref: 'send', kind: 'accepted', providerId: 'p' } as const;
  t.is(afterVerdict(send(), accepted, 'batch', end).state, 'accepted');
  t.is(afterVerdict(send(), { ...later, kind: 'unknown' }, 'batch', end).state, 'submitting');
});

test('an Alimtalk that is too late makes no SMS; one that is refused does', (t) => {
  const before = send({ channel: 'alimtalk', fallback: 'sms' });
  t.false(makesFallback(before, tooLate(before, NOON)));
  const refused = { ref: 'send', kind: 'refused', code: 'too-late', reason: 'said the provider' } as const;
  t.true(makesFallback(before, afterVerdict(before, refused, 'batch', NOON)));
});

test('what was too late stays failed, whatever is said later', (t) => {
  const failed = tooLate(send(), NOON);
  t.is(afterWord(failed, { by: { ref: 'send' }, kind: 'absent' }, NOON).state, 'failed');
  t.is(afterWord(failed, { by: { ref: 'send' }, kind: 'delivered', at: NOON }, NOON).state, 'failed');
});
