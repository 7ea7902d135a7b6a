import type { LookupQuestion, ProviderWord } from '../../../../contracts/message/provider.ts';
import { inParallel } from '../shared/in-parallel.ts';
import { REQUEST_MS, timeBudget } from '../shared/time-budget.ts';
import type { NhnApi, ProductApi } from './api.ts';
import { koreanTime } from './korean-time.ts';
import { AlimtalkList, Headed, SmsList } from './shapes.ts';
import { alimtalkWord, smsWord } from './status.ts';

const LOOK_WITHIN_MS = 60_000;
const AT_ONCE = 4;
const PAGE = 1_000;
/** Around the hand-over: searches want a time. A day, so that no clock or time zone hides a text that was accepted. */
const AROUND_MS = 24 * 3_600_000;
/** NHN takes requests into a queue: what a search does not show is believed to be absent only then. */
export const ABSENT_AFTER_MS = 10 * 60_000;

type Parts = { api: NhnApi; requestMs: number | undefined; now: () => number };
type Kind = 'sms' | 'mms' | 'alimtalk';
/** One page: what it says of each text by its reference, and how many there are in all. */
type Page = { words: ReadonlyMap<string, ProviderWord>; count: number; total: number };

/** Searches by the batch, which NHN keeps as the sender's grouping key. */
export const createLookup =
  ({ api, requestMs = REQUEST_MS, now }: Parts) =>
  async (questions: readonly LookupQuestion[]): Promise<ProviderWord[]> => {
    const timeLeft = timeBudget(LOOK_WITHIN_MS, requestMs, now);
    const groups = Map.groupBy(questions, ({ batch, channel }) => `${batch} ${kindOf(channel)}`);
    const words = await inParallel([...groups.values()], AT_ONCE, (asked) =>
      askBatch(api, asked, timeLeft, now),
    );
    return words.flat();
  };

const kindOf = (channel: LookupQuestion['channel']): Kind => (channel === 'lms' ? 'mms' : channel);

async function askBatch(
  api: NhnApi,
  questions: readonly LookupQuestion[],
  timeLeft: () => number,
  now: () => number,
): Promise<ProviderWord[]> {
  const [first] = questions;
  if (first === undefined) return [];
  const kind = kindOf(first.channel);
  const product = kind === 'alimtalk' ? api.alimtalk : api.sms;
  if (product === undefined) return [];
  const open = new Map(questions.map((question) => [question.ref, question]));
  const words: ProviderWord[] = [];
  let seen = 0;
  for (let page = 1; open.size > 0; page++) {
    const found = await readPage(product, kind, query(questions, first.batch, kind, page), timeLeft(), now());
    if (found === undefined) return words;
    for (const [ref, word] of found.words) if (open.delete(ref)) words.push(word);
    seen += found.count;
    if (found.count === 0 || seen >= found.total) break;
  }
  for (const { ref, submittedAt } of open.values())
    if (now() - submittedAt > ABSENT_AFTER_MS) words.push({ by: { ref }, kind: 'absent' });
  return words;
}

function query(questions: readonly LookupQuestion[], batch: string, kind: Kind, page: number): string {
  const times = questions.map(({ submittedAt }) => submittedAt);
  // Alimtalk takes minutes, SMS seconds.
  const written = (at: number): string => koreanTime(at).slice(0, kind === 'alimtalk' ? 16 : 19);
  return new URLSearchParams({
    startCreateDate: written(Math.min(...times) - AROUND_MS),
    endCreateDate: written(Math.max(...times) + AROUND_MS),
    senderGroupingKey: batch,
    pageNum: String(page),
    pageSize: String(PAGE),
  }).toString();
}

async function readPage(
  product: ProductApi,
  kind: Kind,
  search: string,
  timeoutMs: number,
  now: number,
): Promise<Page | undefined> {
  const path = kind === 'alimtalk' ? 'messages' : `sender/${kind}`;
  const answer = await product('GET', `${path}?${search}`, timeoutMs);
  if (answer.kind !== 'answer' || answer.status !== 200) return undefined;
  const headed = Headed.safeParse(answer.body);
  if (!headed.success || !headed.data.header.isSuccessful) return undefined;
  return kind === 'alimtalk' ? alimtalkPage(answer.body, now) : smsPage(answer.body, now);
}

function smsPage(body: unknown, now: number): Page | undefined {
  const parsed = SmsList.safeParse(body);
  if (!parsed.success) return undefined;
  const rows = parsed.data.body.data ?? [];
  const words = rows.flatMap((row): [string, ProviderWord][] =>
    row.recipientGroupingKey ? [[row.recipientGroupingKey, smsWord(row.recipientGroupingKey, row, now)]] : [],
  );
  return { words: new Map(words), count: rows.length, total: parsed.data.body.totalCount };
}

function alimtalkPage(body: unknown, now: number): Page | undefined {
  const parsed = AlimtalkList.safeParse(body);
  if (!parsed.success) return undefined;
  const { messages: rows, totalCount } = parsed.data.messageSearchResultResponse;
  const words = rows.flatMap((row): [string, ProviderWord][] =>
    row.recipientGroupingKey
      ? [[row.recipientGroupingKey, alimtalkWord(row.recipientGroupingKey, row, now)]]
      : [],
  );
  // Without a total, a full page is followed by another.
  const total = totalCount ?? (rows.length < PAGE ? 0 : Number.POSITIVE_INFINITY);
  return { words: new Map(words), count: rows.length, total };
}
