import test from 'ava';
import fc from 'fast-check';
import { isEslError } from './errors.ts';
import type { EslFrame } from './frame.ts';
import { createFrameParser, DEFAULT_LIMITS } from './parser.ts';
import { apiResponse, commandReply, event, eventFrame } from './testing/switch-frames.ts';
import { readTranscript, transcriptBytes } from './testing/transcript.ts';

/** Parses bytes cut at these positions. */
function parse(bytes: Buffer, cuts: readonly number[] = []): EslFrame[] {
  const frames: EslFrame[] = [];
  const parser = createFrameParser((frame) => frames.push(frame));
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(from, cut));
    from = cut;
  }
  return frames;
}

function everyByte(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length }, (_, index) => index);
}

test('Korean text cut byte by byte arrives whole', (t) => {
  const note = '발신자 고객님, 대표번호 안내입니다 😀';
  const frame = Buffer.from(event('CHANNEL_PARK', { variable_note: note }).repeat(3));
  const frames = parse(frame, everyByte(frame));
  t.is(frames.length, 3);
  for (const { body } of frames) t.is(JSON.parse(body).variable_note, note);
});

test('a cut between the two newlines of a header end loses nothing', (t) => {
  const text = commandReply('+OK one') + eventFrame('{"a":1}') + apiResponse('two') + commandReply('+OK');
  const bytes = Buffer.from(text);
  const whole = parse(bytes);
  t.is(whole.length, 4);
  for (let at = bytes.indexOf('\n\n'); at !== -1; at = bytes.indexOf('\n\n', at + 1)) {
    t.deepEqual(parse(bytes, [at + 1]), whole);
  }
});

test('a percent sign in an outer header stays as it is', (t) => {
  const [frame] = parse(Buffer.from(commandReply('-ERR 100% of lines: %zz %0d%0a')));
  t.is(frame?.headers.get('reply-text'), '-ERR 100% of lines: %zz %0d%0a');
});

test('a body is counted in bytes and may hold blank lines and headers', (t) => {
  const body = '가나\n\nContent-Type: auth/request\n\n다';
  const [frame, next] = parse(Buffer.from(apiResponse(body) + apiResponse('')));
  t.is(frame?.body, body);
  t.is(next?.body, '');
});

test('any frames cut at any positions parse the same', (t) => {
  const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' '));
  const frame = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }).map(apiResponse),
    line.map((text) => commandReply(`+OK ${text}`)),
    fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })).map((headers) => event('CUSTOM', headers)),
    fc.constantFrom('\n', '\n\n\n').map((blank) => blank + commandReply('+OK')),
  );
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 40 }), (frames, at) => {
      const bytes = Buffer.from(frames.join(''));
      const cuts = at.map((position) => position % (bytes.length + 1)).sort((a, b) => a - b);
      const whole = parse(bytes);
      t.is(whole.length, frames.length);
      t.deepEqual(parse(bytes, cuts), whole);
      t.deepEqual(parse(bytes, everyByte(bytes)), whole);
    }),
    { numRuns: 150 },
  );
});

for (const name of ['01-handshake.jsonl', '02-auth-refused.jsonl', '03-heartbeat.jsonl']) {
  test(`the recorded frames of ${name} come out as they were recorded`, (t) => {
    const transcript = readTranscript(name);
    const bytes = transcriptBytes(transcript);
    for (const frames of [parse(bytes), parse(bytes, everyByte(bytes))]) {
      t.deepEqual(
        frames.map(({ body }) => body),
        transcript.fromSwitch.map(({ body }) => body),
      );
      for (const [index, { contentType }] of frames.entries()) {
        t.true(transcript.fromSwitch[index]?.head.includes(`Content-Type: ${contentType}`));
      }
    }
  });
}

test('300,000 small frames in chunks of a socket read all come out, in order', (t) => {
  const total = 300_000;
  const texts = Array.from({ length: total }, (_, index) =>
    eventFrame(`{"n":${index},"p":"${'x'.repeat(index % 300)}"}`),
  );
  const bytes = Buffer.from(texts.join(''));
  let seen = 0;
  let wrong = 0;
  const parser = createFrameParser((frame) => {
    if (!frame.body.startsWith(`{"n":${seen},`)) wrong += 1;
    seen += 1;
  });
  for (let at = 0; at < bytes.length; at += 65_536) parser.push(bytes.subarray(at, at + 65_536));
  t.is(seen, total);
  t.is(wrong, 0);
});

test('a large body in small pieces is copied a bounded number of times', (t) => {
  const size = 16 * 1024 * 1024;
  const bytes = Buffer.from(apiResponse('x'.repeat(size)));
  let length = 0;
  const parser = createFrameParser(({ body }) => {
    length = body.length;
  });
  // 262,144 pieces: with quadratic copying this would move two terabytes and not end.
  for (let at = 0; at < bytes.length; at += 64) parser.push(bytes.subarray(at, at + 64));
  t.is(length, size);
});

test('a header section or a body over its limit is a protocol error, and the parser stays shut', (t) => {
  const limits = { maxHeaderBytes: 100, maxBodyBytes: 10 };
  const overlong = [
    'x'.repeat(101),
    `A: ${'x'.repeat(101)}\n\n`,
    'Content-Length: 11\n\n',
    'Content-Length: 1e1\n\n',
    'Content-Length: -1\n\n',
  ];
  for (const text of overlong) {
    const frames: EslFrame[] = [];
    const parser = createFrameParser((frame) => frames.push(frame), limits);
    const error = t.throws(() => parser.push(Buffer.from(text)));
    t.true(isEslError(error, 'protocol'));
    parser.push(Buffer.from(commandReply('+OK')));
    t.deepEqual(frames, []);
  }
  t.true(DEFAULT_LIMITS.maxBodyBytes > 10 * 1024 * 1024);
});

test('stopped from within a frame, a parser drops the rest of the chunk', (t) => {
  let seen = 0;
  const parser = createFrameParser(() => {
    seen += 1;
    parser.stop();
  });
  parser.push(Buffer.from(commandReply('+OK').repeat(5)));
  t.is(seen, 1);
});
