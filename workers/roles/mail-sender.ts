import { systemActor } from '../../contracts/api/actor.ts';
import type { ClaimedMail, MailDelivery, MailOutcome } from '../../db/repositories/outbox-delivery.ts';
import type { Deliver } from './mail-transport.ts';

export type MailSenderParts = {
  outbox: MailDelivery;
  deliver: Deliver;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
  /** Ends early when the signal says so. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** How long an empty outbox is left alone, ms. */
const LOOK_MS = 1_000;
/** A claim this old belongs to a sender that is gone, ms: longer than all silences of one delivery together. */
const CLAIM_MS = 5 * 60_000;
const itself = systemActor('api');

/** Sends what is queued, one mail at a time; several instances share the work by their claims. */
export function startMailSender(parts: MailSenderParts): { close(): Promise<void> } {
  const ending = new AbortController();
  const running = (async () => {
    while (!ending.signal.aborted) {
      const sent = await sendNext(parts).catch((error: unknown) => {
        parts.log.warn({ said: String(error) }, 'mails wait: the outbox cannot be read');
        return false;
      });
      if (!sent) await parts.pause(LOOK_MS, ending.signal);
    }
  })();
  return {
    close: () => {
      ending.abort();
      return running;
    },
  };
}

/** One mail, if one is due. */
async function sendNext({ outbox, deliver, log, pause }: MailSenderParts): Promise<boolean> {
  const abandoned = await outbox.giveUpClaims(itself, CLAIM_MS);
  if (abandoned > 0)
    log.warn({ mails: abandoned }, 'mails whose sender stopped: a person has to look at them');
  const mail = await outbox.claim(itself);
  if (mail === undefined) return false;
  const outcome = await deliver(mail);
  await settle({ outbox, pause }, mail, outcome);
  log.info({ mail: mail.id, attempt: mail.attempt, outcome: outcome.kind }, 'mail');
  return true;
}

/**
 * Says what came of a mail. When Postgres is away just then, a few tries; after that the claim grows old and says that
 * the mail may have been sent, which is the truth.
 */
async function settle(
  { outbox, pause }: Pick<MailSenderParts, 'outbox' | 'pause'>,
  mail: ClaimedMail,
  outcome: MailOutcome,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await outbox.settle(itself, mail, outcome);
      return;
    } catch (error) {
      if (tries === 5) throw error;
      await pause(LOOK_MS, new AbortController().signal);
    }
  }
}
