import type { OutgoingBatch, OutgoingText, SendVerdict } from '../../../../contracts/message/provider.ts';
import type { Exchange } from '../shared/exchange.ts';
import { allOf, type Fate, fateBefore, fateOf, later, refused } from '../shared/fate.ts';
import { REQUEST_MS, timeBudget } from '../shared/time-budget.ts';
import type { SolapiApi } from './api.ts';
import { deleteGroup, groupPath, refusalIn } from './group.ts';
import { uploadImages } from './images.ts';
import { outgoing } from './outgoing.ts';
import { Added, errorWords, Group } from './shapes.ts';
import { meaningOf } from './status.ts';

/** All requests of one hand-over, ms. */
export const SEND_WITHIN_MS = 30_000;
const REGISTERED = '2000';

/** Errors of `send` that say that this group was sent, or is being sent, before. */
const SENT_BEFORE = new Set(['GroupInProcessing', 'AlreadySent', 'ScheduledGroup', 'InvalidStatus']);

type Parts = { api: SolapiApi; requestMs: number | undefined; now: () => number };
type Outcome = { verdicts: SendVerdict[]; registered: Map<string, string> };

/**
 * Puts the texts into the group, then has it sent: one request that Solapi takes once for a group. Until that one has
 * left, nothing is sent whatever happens; after it, a missing answer is looked up by the group.
 */
export const createSend =
  ({ api, requestMs = REQUEST_MS, now }: Parts) =>
  async ({ handle, texts }: OutgoingBatch): Promise<SendVerdict[]> => {
    if (handle === null) return allOf(texts, later('no group was opened'));
    const refusal = refusalIn(handle);
    if (refusal !== undefined)
      return allOf(texts, refused(refusal, 'Solapi opens no group for this account: see its keys and state'));
    const timeLeft = timeBudget(SEND_WITHIN_MS, requestMs, now);
    const { verdicts, registered } = await register(api, handle, texts, timeLeft);
    if (registered.size === 0) return verdicts;
    const sent = await api('POST', `${groupPath(handle)}/send`, timeLeft(), {});
    const fate = fateOfSend(sent);
    if (fate?.kind === 'later') await deleteGroup(api, handle, timeLeft());
    for (const [ref, providerId] of registered)
      verdicts.push(fate === undefined ? { ref, kind: 'accepted', providerId } : { ref, ...fate });
    // What Solapi did not list may be in the group all the same; sent with it or not, the look-up tells.
    return verdicts;
  };

/** Images and texts into the group; verdicts of those that Solapi does not take, and ids of those it does. */
async function register(
  api: SolapiApi,
  group: string,
  texts: readonly OutgoingText[],
  timeLeft: () => number,
): Promise<Outcome> {
  const images = await uploadImages(api, texts, timeLeft);
  const verdicts: SendVerdict[] = [];
  const taken: { text: OutgoingText; fileId: string | undefined }[] = [];
  for (const text of texts) {
    const image = text.image === null ? undefined : images.get(text.image.id);
    if (image !== undefined && 'kind' in image) verdicts.push({ ref: text.ref, ...image });
    else taken.push({ text, fileId: image?.fileId });
  }
  if (taken.length === 0) return { verdicts, registered: new Map() };
  const body = { messages: taken.map(({ text, fileId }) => outgoing(text, fileId)) };
  const answer = await api('PUT', `${groupPath(group)}/messages`, timeLeft(), body);
  const fate = unlessDeleted(fateBefore(answer, errorWords));
  const added = Added.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  if (fate === undefined && added.success) return sorted(taken, added.data, verdicts);
  // Nobody will ever have this group sent: whatever is in it goes with it.
  await deleteGroup(api, group, timeLeft());
  const whole = fate ?? later('what was put into the group was not confirmed', 30_000);
  verdicts.push(
    ...allOf(
      taken.map(({ text }) => text),
      whole,
    ),
  );
  return { verdicts, registered: new Map() };
}

/** Results name a text by its ref; an old server that leaves it out, by its number, which is in a group only once. */
function sorted(
  taken: readonly { text: OutgoingText }[],
  { resultList }: Added,
  verdicts: SendVerdict[],
): Outcome {
  const byRef = new Map(resultList.map((result) => [result.customFields?.ref ?? '', result]));
  const byNumber = new Map(resultList.map((result) => [result.to, result]));
  const registered = new Map<string, string>();
  for (const { text } of taken) {
    const result = byRef.get(text.ref) ?? byNumber.get(text.to);
    if (result === undefined) verdicts.push({ ref: text.ref, kind: 'unknown', reason: 'not confirmed' });
    else if (result.statusCode === REGISTERED) registered.set(text.ref, result.messageId);
    else {
      const reason = meaningOf(result.statusCode, result.statusMessage);
      verdicts.push({ ref: text.ref, ...refused(result.statusCode, reason) });
    }
  }
  return { verdicts, registered };
}

function fateOfSend(sent: Exchange): Fate | undefined {
  const fate = fateOf(sent, errorWords);
  if (fate === undefined && !Group.safeParse(sent.kind === 'answer' ? sent.body : undefined).success)
    return { kind: 'unknown', reason: 'the group was not confirmed' };
  if (fate?.kind !== 'refused') return fate;
  if (SENT_BEFORE.has(fate.code)) return { kind: 'unknown', reason: 'the group was sent before' };
  return unlessDeleted(fate);
}

/** A look-up deleted the group meanwhile, and told that nothing was sent. */
const unlessDeleted = (fate: Fate | undefined): Fate | undefined =>
  fate?.kind === 'refused' && fate.code === 'DeletedGroup' ? later('the group was deleted') : fate;
