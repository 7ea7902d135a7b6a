import test from 'ava';
import fc from 'fast-check';
import { isCallwrightError } from '../../contracts/errors.ts';
import { wavToPcm } from './wav-to-pcm.ts';

/** A WAV file of one format chunk and one of sound. */
function wav(samples: readonly number[], { rate = 8_000, channels = 1, coding = 1, bits = 16 } = {}): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(coding, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt16LE(bits, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries()) file.writeInt16LE(sample, 44 + index * 2);
  return file;
}
const samplesOf = (pcm: Buffer): number[] =>
  Array.from({ length: pcm.length / 2 }, (_, index) => pcm.readInt16LE(index * 2));

test('8 kHz mono passes as it is; two channels and higher rates are averaged', (t) => {
  t.deepEqual(samplesOf(wavToPcm(wav([1, -2, 3]))), [1, -2, 3]);
  t.deepEqual(samplesOf(wavToPcm(wav([10, 20, -10, -20], { channels: 2 }))), [15, -15]);
  t.deepEqual(samplesOf(wavToPcm(wav([1, 3, 5, 7], { rate: 16_000 }))), [2, 6]);
});

test('sound keeps its length at any rate', (t) => {
  const rates = fc.integer({ min: 8_000, max: 96_000 });
  fc.assert(
    fc.property(rates, fc.integer({ min: 0, max: 5_000 }), (rate, length) => {
      const made =
        wavToPcm(
          wav(
            Array.from({ length }, () => 5),
            { rate },
          ),
        ).length / 2;
      t.true(Math.abs(made - (length * 8_000) / rate) <= 1);
    }),
    { numRuns: 50 },
  );
});

test('other codings are refused, and so is anything at all that is no WAV file', (t) => {
  for (const format of [{ coding: 3 }, { bits: 8 }, { channels: 0 }, { channels: 3 }, { rate: 4_000 }])
    t.throws(() => wavToPcm(wav([1, 2], format)), { message: /WAV/ });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, headed) => {
      const body = headed ? Buffer.concat([wav([]).subarray(0, 12), bytes]) : Buffer.from(bytes);
      try {
        t.true(Buffer.isBuffer(wavToPcm(body)));
      } catch (error) {
        t.true(isCallwrightError(error) && error.code === 'request/invalid');
      }
    }),
  );
});
