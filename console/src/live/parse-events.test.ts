import test from 'ava';
import fc from 'fast-check';
import { createEventParser } from './parse-events.ts';

const STREAM =
  ': hello\n\nid: 7\nevent: call\ndata: {"a":1}\n\nevent: beat\r\ndata: {}\r\n\r\ndata: x\ndata: y\n\n';
const EVENTS = [
  { name: 'call', data: '{"a":1}', id: '7' },
  { name: 'beat', data: '{}', id: null },
  { name: 'message', data: 'x\ny', id: null },
];

test('events are read whole however the network cuts the stream', (t) => {
  t.notThrows(() =>
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 8 }), (cuts) => {
        const parse = createEventParser();
        const at = [0, ...cuts.toSorted((a, b) => a - b), STREAM.length];
        const events = at.flatMap((end, index) => parse(STREAM.slice(at[index - 1] ?? 0, end)));
        t.deepEqual(events, EVENTS);
      }),
    ),
  );
});

test('an event without data, and half an event, are none', (t) => {
  const parse = createEventParser();
  t.deepEqual(parse('event: empty\n\nevent: half\ndata: 1\n'), []);
  t.deepEqual(parse('\n'), [{ name: 'half', data: '1', id: null }]);
});
