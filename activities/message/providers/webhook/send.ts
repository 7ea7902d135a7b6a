import type { OutgoingBatch, OutgoingText, SendVerdict } from '../../../../contracts/message/provider.ts';
import { allOf, fateOf, later, refused } from '../shared/fate.ts';
import { harmless } from '../shared/harmless.ts';
import { inParallel } from '../shared/in-parallel.ts';
import { REQUEST_MS, timeBudget } from '../shared/time-budget.ts';
import type { GatewayApi } from './api.ts';
import { errorWords, Sent } from './shapes.ts';

/** All requests of one hand-over, ms. */
export const SEND_WITHIN_MS = 30_000;
/** An image travels with each text: ten of them make a request of 4 MB. */
const MOST_WITH_IMAGE = 10;
const AT_ONCE = 2;

type Parts = { api: GatewayApi; requestMs: number | undefined; now: () => number };

/** Texts without an image in one request, those with one in small ones. */
export const createSend =
  ({ api, requestMs = REQUEST_MS, now }: Parts) =>
  async ({ batch, texts }: OutgoingBatch): Promise<SendVerdict[]> => {
    const timeLeft = timeBudget(SEND_WITHIN_MS, requestMs, now);
    const verdicts = await inParallel(requests(texts), AT_ONCE, async (part) => {
      const answer = await api('messages', { batch, messages: part.map(outgoing) }, timeLeft());
      const fate = fateOf(answer, errorWords);
      if (fate !== undefined) return allOf(part, fate);
      const sent = Sent.safeParse(answer.kind === 'answer' ? answer.body : undefined);
      if (!sent.success) return allOf(part, { kind: 'unknown', reason: 'the answer has another form' });
      return eachOf(part, sent.data);
    });
    return verdicts.flat();
  };

function requests(texts: readonly OutgoingText[]): OutgoingText[][] {
  const [heavy, light] = [texts.filter(({ image }) => image !== null), texts.filter(({ image }) => !image)];
  const parts = light.length === 0 ? [] : [light];
  for (let at = 0; at < heavy.length; at += MOST_WITH_IMAGE)
    parts.push(heavy.slice(at, at + MOST_WITH_IMAGE));
  return parts;
}

function outgoing(message: OutgoingText): unknown {
  const { ref, channel, purpose, from, to, subject, text, image, alimtalk } = message;
  return {
    ref,
    channel,
    purpose,
    from,
    to,
    subject,
    text,
    ...(image === null ? {} : { image: Buffer.from(image.bytes).toString('base64') }),
    ...(alimtalk === null ? {} : { alimtalk }),
  };
}

/** A text that the gateway does not mention may have been accepted. */
function eachOf(texts: readonly OutgoingText[], { results }: Sent): SendVerdict[] {
  const byRef = new Map(results.map((result) => [result.ref, result]));
  return texts.map(({ ref }): SendVerdict => {
    const result = byRef.get(ref);
    if (result === undefined) return { ref, kind: 'unknown', reason: 'not mentioned' };
    if (result.status === 'accepted') return { ref, kind: 'accepted', providerId: result.id ?? ref };
    if (result.status === 'later') return { ref, ...later(harmless(result.reason), result.afterMs) };
    return { ref, ...refused(result.code || 'refused', result.reason) };
  });
}
