import test from 'ava';
import fc from 'fast-check';
import { createDownsampler, PHONE_RATE, toWav } from './wav.ts';

test('however sound is cut into blocks, it comes out the same, at 8,000 samples a second', (t) => {
  const cuts = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(8_000, 16_000, 44_100, 48_000), cuts, (rate, lengths) => {
      const total = lengths.reduce((sum, length) => sum + length, 0);
      const sound = Float32Array.from({ length: total }, (_, index) => Math.sin(index / 9) / 2);
      const whole = createDownsampler(rate)(sound);
      const downsample = createDownsampler(rate);
      let from = 0;
      const pieces = lengths.flatMap((length) => {
        from += length;
        return [...downsample(sound.slice(from - length, from))];
      });
      t.deepEqual(pieces, [...whole]);
      t.true(Math.abs(whole.length - (total * PHONE_RATE) / rate) <= 1);
    }),
  );
});

test('too loud is as loud as it gets, not the other way round', (t) => {
  t.deepEqual([...createDownsampler(8_000)(Float32Array.of(2, -2, 0))], [32_767, -32_767, 0]);
});

test('a WAV file says what is in it', async (t) => {
  const view = new DataView(await toWav(Int16Array.of(1, -2)).arrayBuffer());
  t.is(view.byteLength, 48);
  t.is(view.getUint32(24, true), 8_000);
  t.is(view.getUint32(40, true), 4);
  t.deepEqual([view.getInt16(44, true), view.getInt16(46, true)], [1, -2]);
});
