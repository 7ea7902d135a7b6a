import type { SendState } from '../../contracts/message/kinds.ts';
import type { OutgoingText, ProviderWord } from '../../contracts/message/provider.ts';
import type { MessageLedger } from '../message/ledger.ts';

/** One hand-over as the table `message_sends` has it. */
export type ModelSend = {
  text: OutgoingText;
  state: SendState;
  batch: string | null;
  handle: string | null;
  providerId: string | null;
  dueAt: number;
  submittedAt: number;
  lookedAt: number;
  /** The hand-over ended without a word about it. */
  doubtful: boolean;
};

export type ModelLedger = MessageLedger & {
  readonly sends: ModelSend[];
  /** What happens when something is written or read: a test may throw. */
  before(name: string): void;
};

/** The ledger of one message as the database keeps it, without the database. */
export function createModelLedger(texts: readonly OutgoingText[], now: () => number, dueAt = 0): ModelLedger {
  const sends: ModelSend[] = texts.map((text) => ({
    text,
    state: 'waiting',
    batch: null,
    handle: null,
    providerId: null,
    dueAt,
    submittedAt: 0,
    lookedAt: 0,
    doubtful: false,
  }));
  const inState = (...states: SendState[]): ModelSend[] =>
    sends.filter(({ state }) => states.includes(state));
  const nextDueAt = (): number | null =>
    inState('waiting').reduce<number | null>(
      (least, send) => Math.min(least ?? send.dueAt, send.dueAt),
      null,
    );
  let batches = 0;
  const ledger: ModelLedger = {
    sends,
    before: () => undefined,
    async activate() {
      ledger.before('activate');
    },
    async claim(_message, wanted) {
      ledger.before('claim');
      const taken = inState('waiting')
        .filter((send) => send.dueAt <= wanted.now)
        .slice(0, wanted.limit);
      batches += 1;
      const batch = `batch-${batches}`;
      for (const send of taken)
        Object.assign(send, {
          state: 'submitting',
          batch,
          submittedAt: wanted.now,
          lookedAt: 0,
          doubtful: false,
        });
      return { batch, texts: taken.map(({ text }) => text), nextDueAt: nextDueAt() };
    },
    async setHandle(batch, handle) {
      for (const send of sends) if (send.batch === batch) send.handle = handle;
    },
    async settleVerdicts(_batch, verdicts) {
      ledger.before('settleVerdicts');
      for (const verdict of verdicts) {
        const send = sends.find(({ text }) => text.ref === verdict.ref);
        if (send?.state !== 'submitting') continue;
        if (verdict.kind === 'accepted')
          Object.assign(send, { state: 'accepted', providerId: verdict.providerId });
        if (verdict.kind === 'refused') send.state = 'failed';
        if (verdict.kind === 'unknown') send.doubtful = true;
        if (verdict.kind === 'later')
          Object.assign(send, { state: 'waiting', dueAt: now() + verdict.afterMs });
      }
    },
    async open(_message, { staleSubmittedMs, pollMs, now: at, limit }) {
      ledger.before('open');
      const old = sends.filter(
        ({ state, submittedAt, lookedAt, doubtful }) =>
          (state === 'submitting' &&
            lookedAt + pollMs <= at &&
            (doubtful || submittedAt + staleSubmittedMs <= at)) ||
          (state === 'accepted' && Math.max(submittedAt, lookedAt) + pollMs <= at),
      );
      const asked = old.slice(0, limit);
      for (const send of asked) send.lookedAt = at;
      return asked.map(({ text, batch, handle, providerId, submittedAt }) => ({
        ref: text.ref,
        batch: batch ?? '',
        handle,
        providerId,
        channel: text.channel,
        to: text.to,
        submittedAt,
      }));
    },
    async applyWords(words) {
      ledger.before('applyWords');
      return words.filter((word) => apply(sends, word)).length;
    },
    async closeOverdue(_message, reportWithinMs, at) {
      const late = inState('submitting', 'accepted').filter(
        ({ submittedAt }) => submittedAt + reportWithinMs <= at,
      );
      for (const send of late) send.state = 'unknown';
      return late.length;
    },
    async figures() {
      ledger.before('figures');
      return {
        waiting: inState('waiting').length,
        open: inState('submitting', 'accepted').length,
        nextDueAt: nextDueAt(),
      };
    },
    async finish() {
      ledger.before('finish');
      if (inState('waiting', 'submitting', 'accepted').length > 0) return undefined;
      const [delivered, failed, unknown] = [inState('delivered'), inState('failed'), inState('unknown')];
      return { delivered: delivered.length, failed: failed.length, unknown: unknown.length, excluded: 0 };
    },
  };
  return ledger;
}

function apply(sends: readonly ModelSend[], word: ProviderWord): boolean {
  const { by } = word;
  const send = sends.find(({ text, providerId }) =>
    'ref' in by ? text.ref === by.ref : providerId === by.providerId,
  );
  if (send === undefined || (send.state !== 'submitting' && send.state !== 'accepted')) return false;
  const before = send.state;
  if (word.kind === 'accepted') Object.assign(send, { state: 'accepted', providerId: word.providerId });
  else if (word.kind === 'absent') Object.assign(send, { state: 'waiting', dueAt: 0 });
  else send.state = word.kind;
  return send.state !== before;
}
