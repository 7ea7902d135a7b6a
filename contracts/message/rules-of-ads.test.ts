import test from 'ava';
import fc from 'fast-check';
import { withAdMarks } from './ad-marks.ts';
import { adAllowedAt } from './night.ts';

const at = (seoul: string): number => Date.parse(`${seoul}+09:00`);
const allowed = (seoul: string, night = false): string =>
  new Date(adAllowedAt(at(seoul), night) + 9 * 3_600_000).toISOString().slice(0, 23);

test('advertising between 21:00 and 08:00 in Seoul waits for 08:00', (t) => {
  t.is(allowed('2026-11-22T20:59:59.999'), '2026-11-22T20:59:59.999');
  t.is(allowed('2026-11-22T21:00:00.000'), '2026-11-23T08:00:00.000');
  t.is(allowed('2026-11-22T23:59:59.999'), '2026-11-23T08:00:00.000');
  t.is(allowed('2026-11-23T00:00:00.000'), '2026-11-23T08:00:00.000');
  t.is(allowed('2026-11-23T07:59:59.999'), '2026-11-23T08:00:00.000');
  t.is(allowed('2026-11-23T08:00:00.000'), '2026-11-23T08:00:00.000');
  t.is(allowed('2026-12-31T22:00:00.000'), '2027-01-01T08:00:00.000');
});

test('with a consent for the night it goes at any hour', (t) => {
  t.is(allowed('2026-11-22T03:00:00.000', true), '2026-11-22T03:00:00.000');
});

test('the moment is never before the one asked for, at most eleven hours after, and allowed itself', (t) => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 4e12 }), (ms) => {
      const then = adAllowedAt(ms, false);
      t.true(then >= ms && then - ms <= 11 * 3_600_000);
      t.is(adAllowedAt(then, false), then);
    }),
  );
});

const marks = { name: '콜라이트', optOut: '080-123-4567' };

test('an advertisement begins with (광고) and the sender and ends with the free refusal', (t) => {
  t.is(withAdMarks('가을 할인', marks), '(광고)콜라이트\n가을 할인\n무료수신거부 080-123-4567');
});

test('marks that are there already are not doubled', (t) => {
  for (const text of [
    '(광고)콜라이트\n가을 할인\n무료수신거부 080-123-4567',
    '(광고) 콜라이트 가을 할인\n무료수신거부: 0801234567',
    '가을 할인\n무료수신거부 080-123-4567',
    '(광고)가을 할인',
  ]) {
    const once = withAdMarks(text, marks);
    t.is(once.split('(광고)').length, 2, text);
    t.is(once.split('무료수신거부').length, 2, text);
    t.true(once.startsWith('(광고)콜라이트'), text);
  }
});

test('a variant such as (광 고) and another number of refusal do not count', (t) => {
  t.true(withAdMarks('(광 고)할인', marks).startsWith('(광고)콜라이트\n(광 고)'));
  t.true(withAdMarks('할인\n무료수신거부 080-999-9999', marks).endsWith('\n무료수신거부 080-123-4567'));
});

test('marking twice changes nothing', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = withAdMarks(text, marks);
      t.is(withAdMarks(once, marks), once);
    }),
  );
});
