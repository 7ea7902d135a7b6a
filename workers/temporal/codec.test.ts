import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, METADATA_ENCODING_KEY, type Payload } from '@temporalio/common';
import test from 'ava';
import fc from 'fast-check';
import { createPayloadCodec } from './codec.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });
const OLD = key('2025');
const NEW = key('2026');

const payload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value) as Payload;
const value = (one: Payload | undefined): unknown => one && defaultPayloadConverter.fromPayload(one);
/** Everything of a payload that leaves the process, as text. */
const bytesOf = (one: Payload): string =>
  [one.data, ...Object.values(one.metadata ?? {})]
    .map((part) => Buffer.from(part ?? []).toString('latin1'))
    .join();

test('what was encrypted comes back, whatever it was and however large', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const anything = fc.oneof(fc.jsonValue(), fc.string({ minLength: 2_000, maxLength: 8_000 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 4 }), async (values) => {
      const encoded = await codec.encode(values.map(payload));
      t.deepEqual(
        (await codec.decode(encoded)).map(value),
        values.map((one) => value(payload(one))),
      );
    }),
    { numRuns: 60 },
  );
});

test('binary data and metadata survive', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const binary = payload(randomBytes(3_000));
  const [decoded] = await codec.decode(await codec.encode([binary]));
  t.deepEqual(Buffer.from(decoded?.data ?? []), Buffer.from(binary.data ?? []));
  t.deepEqual(Buffer.from(decoded?.metadata?.[METADATA_ENCODING_KEY] ?? []).toString(), 'binary/plain');
});

test('numbers, digits and names cannot be read in what leaves the process (S9)', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const secrets = ['07012345678', '1234#', '가입자', 'json/plain'];
  for (const size of [0, 5_000]) {
    const [encoded] = await codec.encode([payload({ secrets, filler: 'x'.repeat(size) })]);
    const seen = bytesOf(encoded ?? {});
    for (const secret of secrets) t.false(seen.includes(Buffer.from(secret).toString('latin1')), secret);
  }
});

test('the same value is never the same cipher text', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const [first, second] = await codec.encode([payload('1'), payload('1')]);
  t.not(bytesOf(first ?? {}), bytesOf(second ?? {}));
});

test('a large payload is compressed', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const [encoded] = await codec.encode([payload({ text: '안녕하세요 '.repeat(3_000) })]);
  t.true((encoded?.data?.length ?? 0) < 4_000);
});

test('a rotated key still reads what the older one wrote; the new one writes', async (t) => {
  const before = await createPayloadCodec([OLD]).encode([payload('then')]);
  const rotated = createPayloadCodec([NEW, OLD]);
  t.deepEqual((await rotated.decode(before)).map(value), ['then']);
  const after = await rotated.encode([payload('now')]);
  await t.throwsAsync(createPayloadCodec([OLD]).decode(after));
});

test('a key that is missing is named by its id, and nothing is guessed', async (t) => {
  const encoded = await createPayloadCodec([OLD]).encode([payload('1234')]);
  const error = await t.throwsAsync(createPayloadCodec([NEW]).decode(encoded), {
    message: /no payload key with id 2025/,
  });
  t.like(error, { code: 'config/invalid' });
});

test('another key under the same id reads nothing', async (t) => {
  const encoded = await createPayloadCodec([OLD]).encode([payload('1234')]);
  await t.throwsAsync(createPayloadCodec([key('2025')]).decode(encoded));
});

test('a single changed bit is noticed, wherever it is', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const [encoded] = await codec.encode([payload('1234')]);
  const data = Buffer.from(encoded?.data ?? []);
  for (let index = 0; index < data.length; index += 1) {
    const tampered = Buffer.from(data);
    tampered.writeUInt8(tampered.readUInt8(index) ^ 1, index);
    await t.throwsAsync(codec.decode([{ ...encoded, data: tampered }]), undefined, `byte ${index}`);
  }
});

test('a payload that is cut short is no payload', async (t) => {
  const codec = createPayloadCodec([NEW]);
  const [encoded] = await codec.encode([payload('1234')]);
  for (const length of [0, 10, 27]) {
    const data = Buffer.from(encoded?.data ?? []).subarray(0, length);
    await t.throwsAsync(codec.decode([{ ...encoded, data }]), undefined, `${length} bytes`);
  }
});

test('what was written before encryption was on is still read', async (t) => {
  const plain = payload('old');
  t.deepEqual(await createPayloadCodec([NEW]).decode([plain]), [plain]);
});

test('without a key there is no codec', (t) => {
  t.throws(() => createPayloadCodec([]), { message: /CALLWRIGHT_PAYLOAD_KEY/ });
});
