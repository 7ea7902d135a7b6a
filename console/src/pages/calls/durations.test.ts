import test from 'ava';
import { spanMs, spokenDuration } from './durations.ts';

const ko = { minutes: '분', seconds: '초' };

test('a length is said with a tenth below a minute, in minutes above', (t) => {
  t.is(spokenDuration(40, ko), '0.0초');
  t.is(spokenDuration(2_440, ko), '2.4초');
  t.is(spokenDuration(59_940, ko), '59.9초');
  t.is(spokenDuration(59_960, ko), '1분 00초');
  t.is(spokenDuration(187_000, ko), '3분 07초');
});

test('a span needs both its ends', (t) => {
  t.is(spanMs('2026-09-21T14:00:00.000Z', '2026-09-21T14:00:01.500Z'), 1_500);
  t.is(spanMs(null, '2026-09-21T14:00:01.500Z'), null);
});
