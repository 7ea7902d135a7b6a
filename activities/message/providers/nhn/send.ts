import type { OutgoingBatch, OutgoingText, SendVerdict } from '../../../../contracts/message/provider.ts';
import type { Exchange } from '../shared/exchange.ts';
import { allOf, type Fate, fateBefore, fateOf, later, refused } from '../shared/fate.ts';
import { inParallel } from '../shared/in-parallel.ts';
import { REQUEST_MS, timeBudget } from '../shared/time-budget.ts';
import type { NhnApi, ProductApi } from './api.ts';
import { alimtalkBody, type Bundle, bundles, smsBody, smsPath } from './requests.ts';
import { AlimtalkSent, errorWords, Headed, type SendResult, SmsSent, Uploaded } from './shapes.ts';
import { providerIdOf } from './status.ts';

/** All requests of one hand-over, ms. */
export const SEND_WITHIN_MS = 30_000;
const AT_ONCE = 8;

/**
 * Codes after which a request may have been taken all the same: NHN's own faults, and an Alimtalk with an idempotency
 * key that was used before.
 */
const DOUBTFUL = { sms: new Set(['-9999', '-2021']), alimtalk: new Set(['-9999', '-1005']) };

type Parts = { api: NhnApi; requestMs: number | undefined; now: () => number };
type Sending = { api: NhnApi; batch: string; timeLeft: () => number };

/** One request for each bundle of texts that are alike, a few at a time; what finds no time left goes later. */
export const createSend =
  ({ api, requestMs = REQUEST_MS, now }: Parts) =>
  async ({ batch, texts }: OutgoingBatch): Promise<SendVerdict[]> => {
    const sending: Sending = { api, batch, timeLeft: timeBudget(SEND_WITHIN_MS, requestMs, now) };
    const files = await uploadImages(sending, texts);
    const work = bundles(texts).map((bundle, at) => ({ bundle, at }));
    const verdicts = await inParallel(work, AT_ONCE, ({ bundle, at }) =>
      bundle.kind === 'alimtalk' ? sendAlimtalk(sending, bundle, at) : sendSms(sending, bundle, files),
    );
    return verdicts.flat();
  };

const noKeys = (product: string): Fate => refused('no-keys', `there are no keys of ${product}`);

async function sendSms(
  { api, batch, timeLeft }: Sending,
  bundle: Bundle,
  files: ReadonlyMap<string, number | Fate>,
): Promise<SendVerdict[]> {
  if (api.sms === undefined) return allOf(bundle.texts, noKeys('NHN SMS'));
  const { image } = bundle.texts[0];
  const file = image === null ? undefined : files.get(image.id);
  if (typeof file === 'object') return allOf(bundle.texts, file);
  const answer = await api.sms('POST', smsPath(bundle), timeLeft(), smsBody(batch, bundle, file));
  const fate = headedFate(answer, DOUBTFUL.sms);
  if (fate !== undefined) return allOf(bundle.texts, fate);
  const sent = SmsSent.safeParse(bodyOf(answer));
  if (!sent.success) return allOf(bundle.texts, UNCLEAR);
  const { requestId, sendResultList } = sent.data.body.data;
  return eachOf(bundle.texts, requestId, sendResultList);
}

async function sendAlimtalk(
  { api, batch, timeLeft }: Sending,
  bundle: Bundle,
  at: number,
): Promise<SendVerdict[]> {
  if (api.alimtalk === undefined) return allOf(bundle.texts, noKeys('NHN KakaoTalk Bizmessage'));
  const once = { 'X-NC-API-IDEMPOTENCY-KEY': `${batch}-${at}` };
  const body = alimtalkBody(batch, bundle);
  const answer = await api.alimtalk('POST', 'messages', timeLeft(), body, once);
  const fate = headedFate(answer, DOUBTFUL.alimtalk);
  if (fate !== undefined) return allOf(bundle.texts, fate);
  const sent = AlimtalkSent.safeParse(bodyOf(answer));
  if (!sent.success) return allOf(bundle.texts, UNCLEAR);
  return eachOf(bundle.texts, sent.data.message.requestId, sent.data.message.sendResults);
}

const UNCLEAR: Fate = { kind: 'unknown', reason: 'the answer says nothing of the texts' };
const bodyOf = (answer: Exchange): unknown => (answer.kind === 'answer' ? answer.body : undefined);

/** NHN answers 200 and says in a header of its own whether it did anything. */
function headedFate(answer: Exchange, doubtful: ReadonlySet<string>): Fate | undefined {
  const fate = fateOf(answer, errorWords);
  if (fate !== undefined) return doubted(fate, doubtful);
  const headed = Headed.safeParse(bodyOf(answer));
  if (!headed.success) return UNCLEAR;
  const { isSuccessful, resultCode, resultMessage } = headed.data.header;
  return isSuccessful ? undefined : doubted(refused(String(resultCode), resultMessage ?? ''), doubtful);
}

const doubted = (fate: Fate, doubtful: ReadonlySet<string>): Fate =>
  fate.kind === 'refused' && doubtful.has(fate.code)
    ? { kind: 'unknown', reason: `NHN answered ${fate.code}` }
    : fate;

/** One verdict for each text, found by our reference that NHN gives back. */
function eachOf(
  texts: readonly OutgoingText[],
  requestId: string,
  results: readonly SendResult[],
): SendVerdict[] {
  const byRef = new Map(results.map((result) => [result.recipientGroupingKey, result]));
  return texts.map(({ ref }) => {
    const result = byRef.get(ref);
    if (result === undefined) return { ref, kind: 'unknown', reason: 'not confirmed' };
    const { resultCode, resultMessage, recipientSeq } = result;
    if (resultCode !== undefined && resultCode !== null && resultCode !== 0)
      return { ref, ...refused(String(resultCode), resultMessage ?? '') };
    return { ref, kind: 'accepted', providerId: providerIdOf(requestId, recipientSeq) };
  });
}

/** Uploads each image once; nothing has been sent by that. */
async function uploadImages(
  { api, timeLeft }: Sending,
  texts: readonly OutgoingText[],
): Promise<ReadonlyMap<string, number | Fate>> {
  const images = new Map(texts.flatMap(({ image }) => (image === null ? [] : [[image.id, image.bytes]])));
  const files = new Map<string, number | Fate>();
  for (const [id, bytes] of images)
    files.set(id, api.sms === undefined ? noKeys('NHN SMS') : await upload(api.sms, id, bytes, timeLeft()));
  return files;
}

async function upload(
  sms: ProductApi,
  id: string,
  bytes: Uint8Array,
  timeoutMs: number,
): Promise<number | Fate> {
  const fileBody = Buffer.from(bytes).toString('base64');
  const body = { fileName: `${id}.jpg`, createUser: 'callwright', fileBody };
  const answer = await sms('POST', 'attachfile/binaryUpload', timeoutMs, body);
  const fate = fateBefore(answer, errorWords) ?? headedFate(answer, DOUBTFUL.sms);
  if (fate !== undefined) return fate.kind === 'unknown' ? later(fate.reason, 30_000) : fate;
  const parsed = Uploaded.safeParse(bodyOf(answer));
  return parsed.success ? parsed.data.body.data.fileId : later('the upload was not confirmed', 30_000);
}
