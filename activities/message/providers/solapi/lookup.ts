import type { LookupQuestion, ProviderWord } from '../../../../contracts/message/provider.ts';
import { inParallel } from '../shared/in-parallel.ts';
import { REQUEST_MS, timeBudget } from '../shared/time-budget.ts';
import type { SolapiApi } from './api.ts';
import { deleteGroup, groupPath, refusalIn } from './group.ts';
import { errorWords, Group, Listing, type Message } from './shapes.ts';
import { wordOf } from './status.ts';

const LOOK_WITHIN_MS = 60_000;
const PAGE = 500;
const AT_ONCE = 2;
/** A text that is missing in a group that was sent is believed to be so only then: lists may lag behind. */
const MISSING_AFTER_MS = 10 * 60_000;

type Parts = { api: SolapiApi; requestMs: number | undefined; now: () => number };
type Asking = { api: SolapiApi; timeLeft: () => number; now: () => number };

/**
 * Asks by the group. One that was never sent is deleted, and only then its texts are `absent`: a hand-over that is
 * still on its way cannot send it any more. Of a group that was sent, each message says its own state.
 */
export const createLookup =
  ({ api, requestMs = REQUEST_MS, now }: Parts) =>
  async (questions: readonly LookupQuestion[]): Promise<ProviderWord[]> => {
    const asking: Asking = { api, now, timeLeft: timeBudget(LOOK_WITHIN_MS, requestMs, now) };
    const groups = Map.groupBy(questions, ({ handle }) => handle);
    const words = await inParallel([...groups], AT_ONCE, ([handle, asked]) =>
      handle === null || refusalIn(handle) !== undefined
        ? Promise.resolve(absent(asked))
        : askGroup(asking, handle, asked),
    );
    return words.flat();
  };

/** Texts are put into a group only after its id stands in the ledger: without one, nothing was handed over. */
const absent = (questions: readonly LookupQuestion[]): ProviderWord[] =>
  questions.map(({ ref }) => ({ by: { ref }, kind: 'absent' }));

async function askGroup(
  asking: Asking,
  handle: string,
  questions: readonly LookupQuestion[],
): Promise<ProviderWord[]> {
  const { api, timeLeft } = asking;
  const answer = await api('GET', groupPath(handle), timeLeft());
  if (answer.kind !== 'answer') return [];
  if (answer.status === 404 && errorWords(answer.body)?.code === 'ResourceNotFound') return absent(questions);
  const group = Group.safeParse(answer.body);
  if (answer.status !== 200 || !group.success) return [];
  const { status } = group.data;
  if (status === 'DELETED') return absent(questions);
  if (status === 'PENDING') return (await deleteGroup(api, handle, timeLeft())) ? absent(questions) : [];
  return await askMessages(asking, handle, questions, status === 'FAILED');
}

async function askMessages(
  { api, timeLeft, now }: Asking,
  handle: string,
  questions: readonly LookupQuestion[],
  groupFailed: boolean,
): Promise<ProviderWord[]> {
  const open = new Map(questions.map((question) => [question.ref, question]));
  const refs = new Map(questions.flatMap(({ ref, providerId }) => (providerId ? [[providerId, ref]] : [])));
  const words: ProviderWord[] = [];
  let key: string | undefined;
  while (open.size > 0) {
    const start = key === undefined ? '' : `&startKey=${encodeURIComponent(key)}`;
    const answer = await api('GET', `${groupPath(handle)}/messages?limit=${PAGE}${start}`, timeLeft());
    const listing = Listing.safeParse(answer.kind === 'answer' ? answer.body : undefined);
    if (!listing.success) return words;
    for (const message of Object.values(listing.data.messageList)) {
      const ref = refOf(message, refs);
      if (ref === undefined || !open.delete(ref)) continue;
      const word = wordOf(ref, message, groupFailed, now());
      if (word !== undefined) words.push(word);
    }
    key = listing.data.nextKey ?? undefined;
    if (key === undefined) break;
  }
  const missing = [...open.values()].filter(({ submittedAt }) => now() - submittedAt > MISSING_AFTER_MS);
  return [...words, ...absent(missing)];
}

const refOf = (message: Message, refs: ReadonlyMap<string, string>): string | undefined =>
  message.customFields?.ref ?? refs.get(message.messageId);
