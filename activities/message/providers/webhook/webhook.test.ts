import test, { type ExecutionContext } from 'ava';
import type { OutgoingText } from '../../../../contracts/message/provider.ts';
import { type GatewayModel, gatewayModel } from '../testing/gateway-model.ts';
import { deadAddress } from '../testing/local-server.ts';
import { BATCH, kindsOf, questionOf, refOf, sampleText, sampleTexts } from '../testing/sample-texts.ts';
import { createWebhook } from './webhook.ts';

async function world(t: ExecutionContext) {
  const model = await gatewayModel(t);
  const provider = createWebhook(model.setting);
  const send = (texts: readonly OutgoingText[]) => provider.send({ batch: BATCH, handle: null, texts });
  const look = (texts: readonly OutgoingText[]) => provider.lookup(texts.map((text) => questionOf(text)));
  return { model, provider, send, look };
}

const requests = ({ heard }: GatewayModel): string[] => heard.map(({ path }) => path);

test('texts go in one signed request, with all that a gateway needs', async (t) => {
  const { model, send } = await world(t);
  const alimtalk = { channel: 'ch', template: 'tp', variables: { 이름: '고객' } };
  const verdicts = await send([sampleText(1), sampleText(2, { channel: 'alimtalk', alimtalk })]);
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'accepted' });
  t.deepEqual(requests(model), ['/base/messages']);
  t.deepEqual(model.sent[0], {
    ref: refOf(1),
    channel: 'sms',
    purpose: 'info',
    from: '15880000',
    to: '01012345001',
    subject: null,
    text: '예약이 확정되었습니다.',
  } as object as (typeof model.sent)[number]);
  t.deepEqual(model.sent[1]?.['alimtalk'], alimtalk);
});

test('texts with an image go ten at a time, the image in each', async (t) => {
  const { model, send } = await world(t);
  const image = { id: 'a', bytes: new Uint8Array([255, 216, 255]) };
  const verdicts = await send([...sampleTexts(12, { channel: 'mms', image }), sampleText(13)]);
  t.is(verdicts.length, 13);
  t.is(model.heard.length, 3);
  t.is(model.sent.find(({ ref }) => ref === refOf(1))?.['image'], '/9j/');
});

test('each text has its own answer; one that is not mentioned is unknown', async (t) => {
  const { model, send } = await world(t);
  model.says.set(refOf(2), { status: 'refused', code: 'blocked', reason: '수신 거부 010-1234-5678' });
  model.says.set(refOf(3), { status: 'later', reason: 'slow down', afterMs: 4_000 });
  model.says.set(refOf(4), { ref: 'another', status: 'accepted' });
  const verdicts = await send(sampleTexts(4));
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'refused', 3: 'later', 4: 'unknown' });
  t.deepEqual(verdicts[1], { ref: refOf(2), kind: 'refused', code: 'blocked', reason: '수신 거부 …' });
  t.like(verdicts[2], { afterMs: 4_000 });
});

for (const answer of [
  'cut',
  'silence',
  { status: 503 },
  { status: 200, text: 'ok' },
  { status: 200, json: {} },
] as const) {
  const said = typeof answer === 'string' ? answer : JSON.stringify(answer);
  test(`texts that were accepted before ${said} are looked up, not sent again`, async (t) => {
    const { model, send, look } = await world(t);
    model.faults.push({ path: '/base/messages', when: 'after', answer });
    t.deepEqual(kindsOf(await send(sampleTexts(2))), { 1: 'unknown', 2: 'unknown' });
    t.deepEqual(kindsOf(await look(sampleTexts(2))), { 1: 'accepted', 2: 'accepted' });
    t.deepEqual(requests(model), ['/base/messages', '/base/lookup']);
    t.is(model.sent.length, 2);
  });
}

test('texts that never arrived are absent when the gateway says so', async (t) => {
  const { model, send, look } = await world(t);
  model.faults.push({ path: '/base/messages', when: 'before', answer: 'cut' });
  await send(sampleTexts(1));
  t.deepEqual(kindsOf(await look(sampleTexts(1))), { 1: 'absent' });
});

test('a look-up that fails, or tells of strangers, says nothing', async (t) => {
  const { model, look } = await world(t);
  for (const answer of ['cut', { status: 500 }, { status: 200, json: { results: 1 } }] as const) {
    model.faults.push({ path: '/base/lookup', when: 'before', answer });
    t.deepEqual(await look(sampleTexts(1)), []);
  }
  model.says.set(refOf(1), { ref: 'another', status: 'absent' });
  t.deepEqual(await look(sampleTexts(1)), []);
});

test('a gateway that refuses the request whole is quoted; a pause is kept to', async (t) => {
  const { model, send } = await world(t);
  model.faults.push({
    path: '/base/messages',
    when: 'before',
    answer: { status: 429, headers: { 'Retry-After': '2' } },
  });
  t.like((await send(sampleTexts(1)))[0], { kind: 'later', afterMs: 2_000 });
  const other = createWebhook({ ...model.setting, secret: 'another-secret-of-32-characters-xx' });
  const [verdict] = await other.send({ batch: BATCH, handle: null, texts: sampleTexts(1) });
  t.like(verdict, { kind: 'refused', code: 'wrong-signature' });
  t.notRegex(JSON.stringify(verdict), /another-secret/);
});

test('a redirect is not followed: texts go nowhere but where they were sent', async (t) => {
  const { model, send } = await world(t);
  const headers = { Location: `${model.setting.url}messages` };
  model.faults.push({ path: '/base/messages', when: 'before', answer: { status: 307, headers } });
  t.like((await send(sampleTexts(1)))[0], { kind: 'refused', code: 'http-307' });
  t.is(model.heard.length, 1);
});

test('nobody listening: later', async (t) => {
  const { setting } = await gatewayModel(t);
  const away = createWebhook({ ...setting, url: await deadAddress() });
  t.like((await away.send({ batch: BATCH, handle: null, texts: sampleTexts(1) }))[0], { kind: 'later' });
});
