import test from 'ava';
import fc from 'fast-check';
import { shrinkTries } from './shrink-plan.ts';

test('an image is made smaller step by step, its best looks first', (t) => {
  const tries = shrinkTries(4_000, 3_000);
  t.deepEqual(tries[0], { width: 1_440, height: 1_080, quality: 0.85 });
  t.deepEqual(tries.at(-1), { width: 320, height: 240, quality: 0.55 });
});

test('no try is larger than the image, empty, or out of shape by more than a pixel', (t) => {
  const edge = fc.integer({ min: 1, max: 8_000 });
  fc.assert(
    fc.property(edge, edge, (width, height) => {
      const tries = shrinkTries(width, height);
      t.true(tries.length > 0);
      for (const one of tries) {
        t.true(one.width >= 1 && one.width <= width && one.height >= 1 && one.height <= height);
        t.true(Math.abs(one.width - (one.height * width) / height) <= Math.max(1, width / height));
      }
    }),
  );
});
