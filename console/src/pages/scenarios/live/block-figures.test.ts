import test from 'ava';
import { blockFigures } from './block-figures.ts';

test('a block stands once, with who is in it now and what happened before', (t) => {
  const figures = {
    calls: 10,
    blocks: [{ place: 'main/menu', entered: 8, dropped: 2, medianMs: 4_000, outcomes: { sales: 6 } }],
  };
  const occupancy = {
    calls: 3,
    blocks: [
      { place: 'main/menu', calls: 1 },
      { place: 'main/hello', calls: 2 },
    ],
  };
  t.deepEqual(blockFigures(figures, occupancy), [
    {
      place: 'main/menu',
      now: 1,
      entered: 8,
      dropped: 2,
      rate: 0.25,
      medianMs: 4_000,
      outcomes: { sales: 6 },
    },
    { place: 'main/hello', now: 2, entered: 0, dropped: 0, rate: null, medianMs: null, outcomes: {} },
  ]);
  t.deepEqual(blockFigures(undefined, undefined), []);
});
