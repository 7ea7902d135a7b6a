import test from 'ava';
import fc from 'fast-check';
import { seoulField, seoulInstant } from './seoul-time.ts';

test('a time is read in Seoul wherever the browser is', (t) => {
  t.is(seoulField(Date.parse('2026-02-28T15:30:00Z')), '2026-03-01T00:30');
  t.is(seoulInstant('2026-03-01T00:30'), '2026-03-01T00:30:00+09:00');
  for (const wrong of ['', '2026-03-01', '2026-13-01T00:30', 'x']) t.is(seoulInstant(wrong), null);
});

test('what a field shows is the minute that it means', (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      t.is(Date.parse(seoulInstant(seoulField(at)) ?? ''), at - (at % 60_000));
    }),
  );
});
