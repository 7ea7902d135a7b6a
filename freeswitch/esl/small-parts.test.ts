import test from 'ava';
import fc from 'fast-check';
import { createBackoff } from './backoff.ts';
import { EslError, isEslError, wasNeverSent } from './errors.ts';
import { parseEvent } from './event.ts';
import { createLagGauge } from './lag-gauge.ts';
import { subscribeCommand } from './subscription.ts';
import { readTranscript } from './testing/transcript.ts';
import { createWaitingLine } from './waiting-line.ts';

test('back-off doubles up to its longest, jitters downwards by half at most, and resets', (t) => {
  const options = { firstMs: 100, maxMs: 5_000 };
  const longest = createBackoff(options, () => 1);
  t.deepEqual(
    Array.from({ length: 8 }, () => longest.next()),
    [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000],
  );
  longest.reset();
  t.is(longest.next(), 100);
  t.is(createBackoff(options, () => 0).next(), 50);
  for (let attempt = 0; attempt < 2_000; attempt += 1) longest.next();
  t.is(longest.next(), 5_000);
});

test('a waiting line keeps its order whoever leaves it from wherever', (t) => {
  const operation = fc.oneof(
    fc.constant('push' as const),
    fc.constant('shift' as const),
    fc.nat({ max: 20 }),
  );
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      const line = createWaitingLine<number>();
      const leave: (() => void)[] = [];
      let model: number[] = [];
      for (const one of operations) {
        if (one === 'push') {
          model.push(leave.length);
          leave.push(line.push(leave.length));
        } else if (one === 'shift') t.is(line.shift(), model.shift());
        else {
          leave[one]?.();
          model = model.filter((value) => value !== one);
        }
        t.is(line.first(), model[0]);
        t.is(line.size(), model.length);
      }
    }),
  );
});

test('an event gives its headers, variables, name and time', (t) => {
  const [body = ''] = readTranscript('03-heartbeat.jsonl')
    .fromSwitch.map((frame) => frame.body)
    .filter((text) => text !== '');
  const event = parseEvent(body);
  t.like(event, {
    known: true,
    name: 'HEARTBEAT',
    coreUuid: '99f6a29b-c0d8-4bbb-9fe4-ec856f0ff51f',
    sequence: '630',
    id: '99f6a29b-c0d8-4bbb-9fe4-ec856f0ff51f:630',
    timestampMs: 1_795_293_108_086.626,
  });
  t.is(event?.header('Session-Count'), '0');
  t.is(event?.uuid, undefined);
});

test('repeated headers come in FreeSWITCH notation, foreign names and prototypes are absent', (t) => {
  const event = parseEvent(
    '{"Event-Name":"CUSTOM","Event-Subclass":"conference::maintenance","variable_DP_MATCH":["a","b"],"n":5,"x":null}',
  );
  t.is(event?.subclass, 'conference::maintenance');
  t.is(event?.variable('DP_MATCH'), 'ARRAY::a|:b');
  t.is(event?.header('n'), '5');
  for (const name of ['x', 'missing', 'constructor', '__proto__', 'toString'])
    t.is(event?.header(name), undefined);
  t.true(Number.isNaN(event?.timestampMs));
});

test('what is no event is undefined, whatever it is', (t) => {
  for (const text of ['', '{', '[]', '"x"', '1', 'null', '{}', '{"Event-Name":""}'])
    t.is(parseEvent(text), undefined);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      t.notThrows(() => parseEvent(text));
    }),
  );
});

test('subclasses go last, and what could start another command is refused', (t) => {
  t.is(
    subscribeCommand(['DTMF', 'CUSTOM a::b', 'HEARTBEAT', 'c::d', 'CUSTOM plain']),
    'event json HEARTBEAT BACKGROUND_JOB DTMF CUSTOM a::b c::d plain\n\n',
  );
  t.is(subscribeCommand([]), 'event json HEARTBEAT BACKGROUND_JOB\n\n');
  for (const bad of ['CUSTOM', 'CUSTOM ', '', 'A B', 'DTMF\n\napi status', 'CUSTOM a::b\r']) {
    t.true(
      isEslError(
        t.throws(() => subscribeCommand([bad])),
        'invalid-argument',
      ),
      bad,
    );
  }
});

test('the lag gauge forgets the worst after two windows', (t) => {
  const gauge = createLagGauge(1_000);
  gauge.note(90, 10_000);
  gauge.note(5, 10_500);
  t.deepEqual(gauge.read(10_900), { last: 5, max: 90 });
  gauge.note(7, 11_100);
  t.deepEqual(gauge.read(11_200), { last: 7, max: 90 });
  t.deepEqual(gauge.read(12_200), { last: 7, max: 7 });
  t.deepEqual(gauge.read(19_000), { last: 7, max: 0 });
});

test('only an unknown outcome or a protocol error may have reached the switch', (t) => {
  const codes = [
    'refused',
    'not-sent',
    'timeout',
    'invalid-argument',
    'outcome-unknown',
    'protocol',
  ] as const;
  t.deepEqual(
    codes.map((code) => wasNeverSent(new EslError(code, 'x'))),
    [true, true, true, true, false, false],
  );
  t.false(wasNeverSent(new Error('other')));
});
