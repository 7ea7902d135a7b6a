import { randomUUID } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import type { OutgoingText, SendVerdict } from '../../../../contracts/message/provider.ts';
import { deadAddress } from '../testing/local-server.ts';
import { BATCH, kindsOf, questionOf, sampleText, sampleTexts } from '../testing/sample-texts.ts';
import { type SolapiModel, solapiModel } from '../testing/solapi-model.ts';
import { createSolapi } from './solapi.ts';

/** A provider on a model, and a hand-over as the activity makes one. */
async function world(t: ExecutionContext) {
  const model = await solapiModel(t);
  const provider = createSolapi(model.setting);
  const prepare = async (): Promise<string> => {
    const prepared = await provider.prepare?.(BATCH);
    return prepared !== undefined && 'handle' in prepared ? prepared.handle : '';
  };
  const handOver = async (texts: readonly OutgoingText[]) => {
    const handle = await prepare();
    const verdicts = await provider.send({ batch: BATCH, handle, texts });
    const look = () =>
      provider.lookup(texts.map((text) => questionOf(text, { handle, submittedAt: model.clock.at })));
    return { handle, verdicts, look };
  };
  return { model, provider, prepare, handOver };
}

const sentOnce = (t: ExecutionContext, { sent }: SolapiModel, count: number): void => {
  t.is(sent.length, count);
  t.is(new Set(sent.map(({ to }) => to)).size, count);
};

test('texts are put into a group, which is sent by one request', async (t) => {
  const { model, handOver } = await world(t);
  const { verdicts } = await handOver(sampleTexts(3));
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'accepted', 3: 'accepted' });
  t.deepEqual(model.steps, ['open', 'fill', 'send']);
  sentOnce(t, model, 3);
  t.like(model.sent[0], { type: 'SMS', autoTypeDetect: false, from: '15880000' });
});

test('an Alimtalk travels by its template, its variables in braces, Solapi’s own fall-back off', async (t) => {
  const { model, handOver } = await world(t);
  const alimtalk = { channel: 'KA01PF', template: 'KA01TP', variables: { 이름: '고객' } };
  await handOver([sampleText(1, { channel: 'alimtalk', alimtalk })]);
  t.like(model.sent[0], { type: 'ATA' });
  t.deepEqual(model.sent[0]?.['kakaoOptions'], {
    pfId: 'KA01PF',
    templateId: 'KA01TP',
    variables: { '#{이름}': '고객' },
    disableSms: true,
  });
});

test('the image of an MMS is uploaded once; one of more than 200 KB is refused alone', async (t) => {
  const { model, handOver } = await world(t);
  const mms = (n: number, bytes: number, id: string): OutgoingText =>
    sampleText(n, { channel: 'mms', subject: '안내', image: { id, bytes: new Uint8Array(bytes) } });
  const { verdicts } = await handOver([mms(1, 9, 'a'), mms(2, 9, 'a'), mms(3, 250_000, 'b')]);
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'accepted', 3: 'refused' });
  t.deepEqual(model.steps, ['open', 'upload', 'fill', 'send']);
  t.like(model.sent[0], { type: 'MMS', imageId: 'ST01', subject: '안내' });
});

test('what Solapi does not register is refused with its code, the others are sent', async (t) => {
  const { model, handOver } = await world(t);
  const texts = sampleTexts(3);
  model.refuses.set(texts[1]?.to ?? '', '1062');
  const { verdicts } = await handOver(texts);
  t.deepEqual(kindsOf(verdicts), { 1: 'accepted', 2: 'refused', 3: 'accepted' });
  const refused = verdicts.find(({ kind }) => kind === 'refused');
  t.like(refused, { code: '1062', reason: '등록되지 않은 발신번호' });
  sentOnce(t, model, 2);
});

test('a group in which nothing was registered is not sent', async (t) => {
  const { model, handOver } = await world(t);
  const texts = sampleTexts(1);
  model.refuses.set(texts[0]?.to ?? '', '1026');
  t.deepEqual(kindsOf((await handOver(texts)).verdicts), { 1: 'refused' });
  t.false(model.steps.includes('send'));
});

for (const answer of ['cut', 'silence', { status: 502 }, { status: 200, text: '<html>' }] as const) {
  const said =
    typeof answer === 'string' ? answer : `${answer.status} ${'text' in answer ? answer.text : ''}`;
  test(`filling that ends in ${said} sends nothing: the texts go later, in another group`, async (t) => {
    const { model, handOver } = await world(t);
    model.faults.push({ step: 'fill', when: 'after', answer });
    const texts = sampleTexts(2);
    t.deepEqual(kindsOf((await handOver(texts)).verdicts), { 1: 'later', 2: 'later' });
    t.deepEqual(kindsOf((await handOver(texts)).verdicts), { 1: 'accepted', 2: 'accepted' });
    sentOnce(t, model, 2);
    t.is(model.groups.get('G4V1')?.status, 'DELETED');
  });
}

for (const answer of ['cut', 'silence', { status: 500 }, { status: 200, text: '<html>' }] as const) {
  const said = typeof answer === 'string' ? answer : answer.status;
  test(`a send that was accepted and ends in ${said} is found by its group, and never repeated`, async (t) => {
    const { model, handOver } = await world(t);
    model.faults.push({ step: 'send', when: 'after', answer });
    const { verdicts, look } = await handOver(sampleTexts(3));
    t.deepEqual(kindsOf(verdicts), { 1: 'unknown', 2: 'unknown', 3: 'unknown' });
    t.deepEqual(kindsOf(await look()), { 1: 'accepted', 2: 'accepted', 3: 'accepted' });
    t.is(model.steps.filter((step) => step === 'send').length, 1);
    sentOnce(t, model, 3);
  });

  test(`a send that never arrived and ends in ${said} is absent once its group is deleted`, async (t) => {
    const { model, provider, handOver } = await world(t);
    model.faults.push({ step: 'send', when: 'before', answer });
    const texts = sampleTexts(2);
    const { handle, verdicts, look } = await handOver(texts);
    t.deepEqual(kindsOf(verdicts), { 1: 'unknown', 2: 'unknown' });
    t.deepEqual(kindsOf(await look()), { 1: 'absent', 2: 'absent' });
    // The request that lingered, or a process that wakes up late.
    const late = await provider.send({ batch: BATCH, handle, texts });
    t.deepEqual(new Set(late.map(({ kind }) => kind)), new Set(['later'] as SendVerdict['kind'][]));
    sentOnce(t, model, 0);
  });
}

test('a look-up that cannot delete an unsent group leaves the question open', async (t) => {
  const { model, handOver } = await world(t);
  model.faults.push({ step: 'send', when: 'before', answer: 'cut' });
  model.faults.push({
    step: 'delete',
    when: 'before',
    answer: { status: 400, json: { errorCode: 'NotOperationalStatus' } },
  });
  const { look } = await handOver(sampleTexts(1));
  t.deepEqual(await look(), []);
});

test('a send that Solapi says was made before is looked up', async (t) => {
  const { model, handOver } = await world(t);
  model.faults.push({
    step: 'send',
    when: 'after',
    answer: { status: 409, json: { errorCode: 'GroupInProcessing' } },
  });
  t.deepEqual(kindsOf((await handOver(sampleTexts(1))).verdicts), { 1: 'unknown' });
});

test('too many requests: later, after the pause that Solapi asks for', async (t) => {
  const { model, handOver } = await world(t);
  for (const step of ['fill', 'send'] as const) {
    model.faults.push({ step, when: 'before', answer: { status: 429, headers: { 'Retry-After': '7' } } });
    const { verdicts } = await handOver(sampleTexts(1));
    t.like(verdicts[0], { kind: 'later', afterMs: 7_000 });
  }
  sentOnce(t, model, 0);
});

test('without money on the account texts are refused with Solapi’s code', async (t) => {
  const { model, handOver } = await world(t);
  const answer = { status: 402, json: { errorCode: 'NotEnoughBalance', errorMessage: '잔액이 부족합니다.' } };
  model.faults.push({ step: 'send', when: 'before', answer });
  t.like((await handOver(sampleTexts(1))).verdicts[0], { kind: 'refused', code: 'NotEnoughBalance' });
});

test('a wrong secret is refused with a code that says so, and without a number', async (t) => {
  const model = await solapiModel(t, 'another-secret');
  const provider = createSolapi(model.setting);
  const prepared = await provider.prepare?.(BATCH);
  const handle = prepared !== undefined && 'handle' in prepared ? prepared.handle : null;
  const [verdict] = await provider.send({ batch: BATCH, handle, texts: sampleTexts(1) });
  t.like(verdict, { kind: 'refused', code: 'SignatureDoesNotMatch' });
  t.notRegex(JSON.stringify(verdict), /another-secret|1234/);
  t.deepEqual(kindsOf(await provider.lookup([questionOf(sampleText(1), { handle })])), { 1: 'absent' });
});

test('nobody listening: no group is opened, nothing is lost', async (t) => {
  const { setting } = await solapiModel(t);
  const provider = createSolapi({ ...setting, url: await deadAddress() });
  t.like(await provider.prepare?.(BATCH), { kind: 'later' });
  t.like((await provider.send({ batch: BATCH, handle: null, texts: sampleTexts(1) }))[0], { kind: 'later' });
});

test('every status of a listed text says what it means', async (t) => {
  const { model, handOver } = await world(t);
  const { look } = await handOver(sampleTexts(7));
  const codes = ['2000', '3000', '4000', '3047', '2230', '1062', '9999'];
  for (const [at, text] of [...(model.groups.get('G4V1')?.texts ?? [])].entries()) {
    text.statusCode = codes[at] ?? '';
    text['dateReceived'] = '2026-03-01T01:02:03.000Z';
  }
  const words = await look();
  t.deepEqual(kindsOf(words), {
    1: 'accepted',
    2: 'accepted',
    3: 'delivered',
    4: 'failed',
    5: 'failed',
    6: 'failed',
  });
  t.like(
    words.find(({ kind }) => kind === 'delivered'),
    { at: Date.UTC(2026, 2, 1, 1, 2, 3) },
  );
  t.like(
    words.find(({ kind }) => kind === 'failed'),
    { code: '3047', reason: '착신 거절' },
  );
});

test('a text that is missing in a sent group is absent only when lists have caught up', async (t) => {
  const { model, handOver, provider } = await world(t);
  const { handle } = await handOver(sampleTexts(1));
  const question = questionOf(sampleText(2), { handle, submittedAt: model.clock.at });
  t.deepEqual(await provider.lookup([question]), []);
  model.clock.at += 11 * 60_000;
  t.deepEqual(kindsOf(await provider.lookup([question])), { 2: 'absent' });
});

test('an unsigned report only names texts; forms that nobody knows are malformed', (t) => {
  const provider = createSolapi({ key: 'k', secret: 's' });
  const parse = (body: string) => provider.parseReport({ headers: {}, body });
  const ref = randomUUID();
  const messages = [
    { messageId: 'M1', statusCode: '4000', customFields: { ref } },
    { messageId: 'M2', statusCode: '4000' },
    { groupId: 'G1', status: 'COMPLETE' },
  ];
  t.deepEqual(parse(JSON.stringify(messages)), { kind: 'look-up', by: [{ ref }, { providerId: 'M2' }] });
  for (const body of ['', '{', '{}', '[]', '[1]', 'null']) t.like(parse(body), { kind: 'malformed' }, body);
});
