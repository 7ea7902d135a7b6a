import type { MessageLedger } from '../../activities/message/ledger.ts';
import type { OutboxStore } from '../../activities/message/providers/outbox/outbox.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { OutgoingText } from '../../contracts/message/provider.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { ClaimedText } from '../../db/repositories/message-sends.ts';

const actor = systemActor('flow-worker');

/** The tables as the ledger that activities of messages write; `provider`: who is handed texts by this process. */
export const createMessageLedger = (
  {
    messages,
    messageSends,
    messageImages,
  }: Pick<Repositories, 'messages' | 'messageSends' | 'messageImages'>,
  provider: ProviderName,
): MessageLedger => ({
  activate: (message) => messages.activate(actor, message),
  async claim(message, wanted) {
    const { batch, texts, nextDueAt } = await messageSends.claim(actor, message, { ...wanted, provider });
    return { batch, nextDueAt, texts: await withImages(messageImages, texts) };
  },
  setHandle: (batch, handle) => messageSends.setHandle(actor, batch, handle),
  settleVerdicts: (batch, verdicts) => messageSends.settleVerdicts(actor, batch, verdicts, Date.now()),
  open: (message, wanted) => messageSends.open(actor, message, wanted),
  async applyWords(words) {
    const { messages: changed } = await messageSends.applyWords(actor, provider, words, Date.now());
    return changed.reduce((sum, one) => sum + one.changed, 0);
  },
  closeOverdue: (message, reportWithinMs, now) =>
    messageSends.closeOverdue(actor, message, reportWithinMs, now),
  figures: (message) => messageSends.figures(actor, message, Date.now()),
  finish: (message) => messages.finishIfSettled(actor, message),
});

/** All texts of a claim are of one message, and so have the same picture: it is read once. */
async function withImages(
  images: Pick<Repositories['messageImages'], 'read'>,
  texts: readonly ClaimedText[],
): Promise<OutgoingText[]> {
  const id = texts.find(({ image }) => image !== null)?.image ?? null;
  const found = id === null ? undefined : await images.read(actor, id);
  return texts.map((text) => ({
    ...text,
    image: found === undefined || text.image === null ? null : { id: found.id, bytes: found.bytes },
  }));
}

/** Where the provider `outbox` keeps what nobody sends. */
export const createOutboxStore = ({ outboxTexts }: Pick<Repositories, 'outboxTexts'>): OutboxStore => ({
  async keep(texts) {
    const rows = texts.map(({ ref, channel, from, to, subject, text, image }) => ({
      ref,
      channel,
      sender: from,
      digits: to,
      subject,
      text,
      image: image?.id ?? null,
    }));
    await outboxTexts.keep(actor, rows, Date.now());
  },
  async keptAt(refs) {
    return new Map((await outboxTexts.find(actor, refs)).map(({ ref, at }) => [ref, at]));
  },
});
