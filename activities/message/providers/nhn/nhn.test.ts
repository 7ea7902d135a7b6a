import test, { type ExecutionContext } from 'ava';
import type { OutgoingText } from '../../../../contracts/message/provider.ts';
import { deadAddress } from '../testing/local-server.ts';
import { type NhnModel, nhnModel } from '../testing/nhn-model.ts';
import { BATCH, kindsOf, questionOf, refOf, sampleText, sampleTexts } from '../testing/sample-texts.ts';
import { createNhn } from './nhn.ts';

async function world(t: ExecutionContext) {
  const model = await nhnModel(t);
  const provider = createNhn(model.setting);
  const send = (texts: readonly OutgoingText[]) => provider.send({ batch: BATCH, handle: null, texts });
  const look = (texts: readonly OutgoingText[]) =>
    provider.lookup(texts.map((text) => questionOf(text, { submittedAt: Date.UTC(2026, 2, 1, 3) })));
  return { model, provider, send, look };
}

const posts = ({ heard }: NhnModel): string[] =>
  heard.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').slice(-2).join('/'));
const alimtalk = (template = 'TPL'): Partial<OutgoingText> => ({
  channel: 'alimtalk',
  alimtalk: { channel: 'sender-key', template, variables: { 이름: '고객' } },
});

test('texts that are alike go in one request, others in one each', async (t) => {
  const { model, send } = await world(t);
  const texts = [...sampleTexts(3), sampleText(4, { text: '다른 글' })];
  const verdicts = await send(texts);
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'accepted', 3: 'accepted', 4: 'accepted' });
  t.deepEqual(posts(model), ['sender/sms', 'sender/sms']);
  t.is(model.taken.length, 4);
  t.true(verdicts.every((verdict) => verdict.kind === 'accepted' && /^R\d+:\d+$/.test(verdict.providerId)));
});

test('more than 1,000 people take a second request', async (t) => {
  const { model, send } = await world(t);
  const verdicts = await send(sampleTexts(1_001));
  t.true(verdicts.every(({ kind }) => kind === 'accepted'));
  t.is(posts(model).length, 2);
  t.is(new Set(model.taken.map(({ number }) => number)).size, 1_001);
});

test('advertising and long texts go their own ways; a long text without a subject gets one', async (t) => {
  const { model, send } = await world(t);
  await send([
    sampleText(1, { purpose: 'ad' }),
    sampleText(2, { channel: 'lms', text: '첫 줄\n둘째 줄' }),
    sampleText(3, { channel: 'lms', purpose: 'ad', subject: '소식' }),
  ]);
  const ways = model.taken.map(({ path, body }) => [path.split('/').at(-1), body['title']]);
  t.deepEqual(
    new Map(ways as [string, unknown][]),
    new Map<string, unknown>([
      ['ad-sms', undefined],
      ['mms', '첫 줄'],
      ['ad-mms', '소식'],
    ]),
  );
});

test('the image of an MMS is uploaded once', async (t) => {
  const { model, send } = await world(t);
  const image = { id: 'a', bytes: new Uint8Array(9) };
  await send(sampleTexts(2, { channel: 'mms', subject: '안내', image }));
  t.deepEqual(posts(model), ['attachfile/binaryUpload', 'sender/mms']);
  t.deepEqual(model.taken[0]?.body['attachFileIdList'], [4_711]);
});

test('an Alimtalk has NHN’s own fall-back off, and a key that no request has twice', async (t) => {
  const { model, send } = await world(t);
  await send([...sampleTexts(2, alimtalk()), sampleText(3, alimtalk('OTHER'))]);
  t.is(model.taken.length, 3);
  t.deepEqual(model.taken[0]?.recipient['templateParameter'], { 이름: '고객' });
  t.deepEqual(model.taken[0]?.recipient['resendParameter'], { isResend: false });
  t.like(model.taken[0]?.body, { senderKey: 'sender-key', templateCode: 'TPL' });
  const keys = model.heard.map(({ headers }) => headers['x-nc-api-idempotency-key']);
  t.is(new Set(keys).size, 2);
});

test('people who are refused are told apart, without their numbers', async (t) => {
  const { model, send } = await world(t);
  const texts = sampleTexts(3);
  model.refuses.set(texts[1]?.to ?? '', -2019);
  const verdicts = await send(texts);
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'refused', 3: 'accepted' });
  t.deepEqual(
    verdicts.find(({ kind }) => kind === 'refused'),
    { ref: refOf(2), kind: 'refused', code: '-2019', reason: 'no …' },
  );
});

test('wrong keys and missing keys are refused with a code that says so', async (t) => {
  const { setting } = await nhnModel(t);
  const wrong = createNhn({ ...setting, sms: { appKey: 'sms-app', secretKey: 'wrong' } });
  const batch = { batch: BATCH, handle: null, texts: sampleTexts(1) };
  t.like((await wrong.send(batch))[0], { kind: 'refused', code: '-1000' });
  const { sms: _, ...talk } = setting;
  t.like((await createNhn(talk).send(batch))[0], { kind: 'refused', code: 'no-keys' });
});

const LOST = [
  'cut',
  'silence',
  { status: 500 },
  { status: 200, text: '<html>' },
  {
    status: 200,
    json: { header: { isSuccessful: false, resultCode: -9999, resultMessage: 'System error.' } },
  },
] as const;

for (const [at, answer] of LOST.entries()) {
  test(`an answer that is lost after the texts were taken (${at}) is searched for, not sent again`, async (t) => {
    const { model, send, look } = await world(t);
    const texts = [...sampleTexts(3), sampleText(4, alimtalk())];
    model.faults.push(
      { path: /sender.sms$/, when: 'after', answer },
      { path: /messages$/, when: 'after', answer },
    );
    t.deepEqual(kindsOf(await send(texts)), { 1: 'unknown', 2: 'unknown', 3: 'unknown', 4: 'unknown' });
    t.deepEqual(kindsOf(await look(texts)), { 1: 'accepted', 2: 'accepted', 3: 'accepted', 4: 'accepted' });
    t.is(posts(model).length, 2);
    t.is(model.taken.length, 4);
  });
}

test('what a search does not show is absent only after ten minutes', async (t) => {
  const { model, send, look } = await world(t);
  const texts = sampleTexts(2);
  model.faults.push({ path: /sms$/, when: 'before', answer: 'cut' });
  t.deepEqual(kindsOf(await send(texts)), { 1: 'unknown', 2: 'unknown' });
  t.deepEqual(await look(texts), []);
  model.clock.at += 11 * 60_000;
  t.deepEqual(kindsOf(await look(texts)), { 1: 'absent', 2: 'absent' });
});

test('a search that fails says nothing of anybody', async (t) => {
  const { setting } = await nhnModel(t);
  const later = (): number => Date.UTC(2027, 0, 1);
  const broken = createNhn({ ...setting, sms: { appKey: 'sms-app', secretKey: 'wrong' }, now: later });
  t.deepEqual(await broken.lookup([questionOf(sampleText(1))]), []);
  const away = createNhn({ ...setting, url: await deadAddress(), now: later });
  t.deepEqual(await away.lookup([questionOf(sampleText(1))]), []);
});

test('too many requests and nobody listening: later', async (t) => {
  const { model, send } = await world(t);
  model.faults.push({
    path: /sms$/,
    when: 'before',
    answer: { status: 429, headers: { 'Retry-After': '3' } },
  });
  t.like((await send(sampleTexts(1)))[0], { kind: 'later', afterMs: 3_000 });
  const away = createNhn({ ...model.setting, url: await deadAddress() });
  t.like((await away.send({ batch: BATCH, handle: null, texts: sampleTexts(1) }))[0], { kind: 'later' });
});

test('every state of a search says what it means', async (t) => {
  const { model, send, look } = await world(t);
  const texts = [...sampleTexts(5), ...[6, 7, 8].map((n) => sampleText(n, alimtalk()))];
  await send(texts);
  const states: [string, string | null][] = [
    ['1', null],
    ['3', '1000'],
    ['0', '3006'],
    ['5', 'E915'],
    ['7', null],
    ['READY', null],
    ['COMPLETED', '1000'],
    ['FAILED', '3018'],
  ];
  for (const taken of model.taken) {
    const [status = '', code = null] = states[Number(taken.ref.slice(-12)) - 1] ?? [];
    Object.assign(taken, { status, resultCode: code });
  }
  const words = await look(texts);
  t.deepEqual(kindsOf(words), {
    1: 'accepted',
    2: 'delivered',
    3: 'failed',
    4: 'failed',
    5: 'accepted',
    6: 'accepted',
    7: 'delivered',
    8: 'failed',
  });
  t.like(
    words.find(({ kind }) => kind === 'delivered'),
    { at: Date.UTC(2026, 2, 1, 3, 0, 5) },
  );
  t.true(words.some((word) => word.kind === 'failed' && word.code === '3006' && word.reason === '착신 거절'));
});
