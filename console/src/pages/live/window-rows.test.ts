import test from 'ava';
import fc from 'fast-check';
import { rowWindow, scrollToShow } from './window-rows.ts';

test('every row in sight is drawn, and their number is bounded whatever the list holds', (t) => {
  fc.assert(
    fc.property(
      fc.nat(5_000),
      fc.integer({ min: 20, max: 120 }),
      fc.nat(600_000),
      fc.integer({ min: 100, max: 2_000 }),
      (count, rowHeight, scrollTop, viewHeight) => {
        const { first, end } = rowWindow({ count, rowHeight, scrollTop, viewHeight });
        t.true(first >= 0 && end <= count && first <= Math.max(end, 0) + 6);
        t.true(end - first <= Math.ceil(viewHeight / rowHeight) + 1 + 12);
        const seen = Math.min(count - 1, Math.floor((scrollTop + viewHeight - 1) / rowHeight));
        if (count > 0 && scrollTop < count * rowHeight) t.true(first <= scrollTop / rowHeight && seen < end);
      },
    ),
  );
});

test('a row out of sight is scrolled to the nearer edge', (t) => {
  const view = { rowHeight: 40, scrollTop: 400, viewHeight: 200 };
  t.is(scrollToShow(5, view), 200);
  t.is(scrollToShow(12, view), undefined);
  t.is(scrollToShow(15, view), 440);
});
