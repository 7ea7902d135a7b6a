import test from 'ava';
import fc from 'fast-check';
import { measureServerClock, offsetOf } from './server-clock.ts';

test('the quickest answer decides: half of its way is the most that the offset is wrong', (t) => {
  const way = fc.record({ there: fc.integer({ min: 0, max: 500 }), back: fc.integer({ min: 0, max: 500 }) });
  fc.assert(
    fc.property(
      fc.array(way, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      (ways, ahead) => {
        const samples = ways.map(({ there, back }, index) => {
          const asked = index * 10_000;
          return { asked, server: asked + there + ahead, answered: asked + there + back };
        });
        const quickest = Math.min(...ways.map(({ there, back }) => there + back));
        t.true(Math.abs(offsetOf(samples) - ahead) <= quickest / 2);
      },
    ),
  );
});

test('the server’s clock goes on with ours', async (t) => {
  let now = 1_000;
  const serverNow = await measureServerClock(
    async () => {
      now += 10;
      return now + 495;
    },
    () => now,
  );
  t.is(serverNow() - now, 500);
  now += 60_000;
  t.is(serverNow() - now, 500);
});
