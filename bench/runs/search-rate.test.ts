import test from 'ava';
import fc from 'fast-check';
import { createSearch } from './search-rate.ts';

function searchFor(cliff: number): { best: number; tried: number[] } {
  const search = createSearch(8, 1);
  const tried: number[] = [];
  for (let rate = search.next(); rate !== undefined && tried.length < 50; rate = search.next()) {
    tried.push(rate);
    search.told(rate, rate <= cliff);
  }
  return { best: search.best(), tried };
}

test('the search ends at the highest whole rate that passes', (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (cliff) => {
      const { best, tried } = searchFor(cliff);
      return best === cliff && new Set(tried).size === tried.length;
    }),
  );
  t.pass();
});

test('the search gives up with 0 when nothing passes', (t) => {
  t.is(searchFor(0).best, 0);
});
