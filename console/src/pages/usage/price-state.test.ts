import test from 'ava';
import { priceState } from './price-state.ts';

test('a price is in force from its first day to the day before the next one begins', (t) => {
  const price = { from: '2026-09-01', until: '2026-09-30' };
  t.is(priceState(price, '2026-08-31'), 'next');
  t.is(priceState(price, '2026-09-01'), 'now');
  t.is(priceState(price, '2026-09-30'), 'now');
  t.is(priceState(price, '2026-10-01'), 'past');
  t.is(priceState({ ...price, until: null }, '2030-01-01'), 'now');
});
