import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import { levelAt, mp3Frames, opusFile, pcm16, sine, wavOf } from '../testing/sounds.ts';
import { convertSound, inspectSound } from './convert-sound.ts';
import { A_LAW, MU_LAW } from './g711.ts';
import { createResampler } from './resample.ts';

const convert = (file: Buffer) => convertSound(inspectSound(file));

/** A WAV file of any coding, its channels all the same. */
function codedWav(tag: number, bits: number, samples: Float32Array, rate: number, channels = 1): Buffer {
  const width = bits / 8;
  const data = Buffer.alloc(samples.length * width * channels);
  const nearest = (table: Float32Array, sample: number): number =>
    table.reduce(
      (best, value, n) => (Math.abs(value - sample) < Math.abs((table[best] ?? 9) - sample) ? n : best),
      0,
    );
  samples.forEach((sample, n) => {
    for (let channel = 0; channel < channels; channel += 1) {
      const at = (n * channels + channel) * width;
      if (tag === 3) bits === 32 ? data.writeFloatLE(sample, at) : data.writeDoubleLE(sample, at);
      else if (tag === 6) data[at] = nearest(A_LAW, sample);
      else if (tag === 7) data[at] = nearest(MU_LAW, sample);
      else if (bits === 8) data[at] = Math.round(sample * 127 + 128);
      else data.writeIntLE(Math.round(sample * (2 ** (bits - 1) - 1)), at, width);
    }
  });
  const file = wavOf(new Float32Array(), rate);
  file.writeUInt16LE(tag, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt16LE(width * channels, 32);
  file.writeUInt16LE(bits, 34);
  file.writeUInt32LE(data.length, 40);
  return Buffer.concat([file, data]);
}

for (const [name, tag, bits] of [
  ['8-bit', 1, 8],
  ['16-bit', 1, 16],
  ['24-bit', 1, 24],
  ['32-bit', 1, 32],
  ['32-bit float', 3, 32],
  ['64-bit float', 3, 64],
  ['A-law', 6, 8],
  ['µ-law', 7, 8],
] as const) {
  test(`a WAV file of ${name} samples sounds as before`, async (t) => {
    const { wav, ms, rate, warnings } = await convert(codedWav(tag, bits, sine(440, 400, 22_050), 22_050, 2));
    t.deepEqual([ms, rate, warnings], [400, 16_000, []]);
    t.true(Math.abs(levelAt(440, wav) - 0.5) < 0.02);
    t.true(levelAt(1_320, wav) < 0.02);
  });
}

test('16 kHz where the source has it, else 8 kHz', async (t) => {
  const rates: [number, number][] = [
    [8_000, 8_000],
    [11_025, 8_000],
    [16_000, 16_000],
    [44_100, 16_000],
    [192_000, 16_000],
  ];
  for (const [from, to] of rates) {
    const { wav, ms, rate } = await convert(wavOf(sine(1_000, 300, from), from));
    t.deepEqual([rate, ms, wav.readUInt32LE(24), wav.readUInt16LE(22)], [to, 300, to, 1]);
    t.true(Math.abs(levelAt(1_000, wav) - 0.5) < 0.02, `${from}`);
  }
});

test('what is above half of the new rate is gone, not folded back', async (t) => {
  const { wav } = await convert(wavOf(sine(11_000, 500, 48_000), 48_000));
  t.true(levelAt(5_000, wav) < 0.001);
});

test('resampling gives the same however the samples are handed over, and as much as there is', (t) => {
  const rates = fc.constantFrom(8_000, 11_025, 16_000, 22_050, 44_100, 44_101, 48_000, 96_000);
  fc.assert(
    fc.property(rates, fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 8 }), (from, cuts) => {
      const whole = sine(700, 200, from);
      const once = createResampler(from, 16_000);
      const inOne = [...once.push(whole), ...once.end()];
      const piecewise = createResampler(from, 16_000);
      let at = 0;
      const pieces: number[] = [];
      for (const cut of [...cuts, whole.length]) {
        pieces.push(...piecewise.push(whole.slice(at, at + cut)));
        at = Math.min(at + cut, whole.length);
      }
      pieces.push(...piecewise.end());
      return inOne.length === 3_200 && inOne.every((sample, n) => sample === pieces[n]);
    }),
    { numRuns: 40 },
  );
  t.pass();
});

test('MP3 and Opus are read to their whole length', async (t) => {
  const mp3 = await convert(mp3Frames(100));
  t.true(Math.abs(mp3.ms - 2_612) < 60);
  t.is(mp3.rate, 16_000);
  t.like(await convert(opusFile(3)), { ms: 3_000, rate: 16_000, warnings: ['silent'] });
});

test('tags before and after an MP3 are leapt over', async (t) => {
  const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\0', 'latin1'), Buffer.alloc(128, 65)]);
  const end = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);
  t.true((await convert(Buffer.concat([tag, mp3Frames(50), end]))).ms > 1_200);
});

test('silence, whispers and cut peaks are said', async (t) => {
  const said = async (level: number) =>
    (await convert(wavOf(sine(440, 300, 16_000, level), 16_000))).warnings;
  t.deepEqual(await said(0), ['silent']);
  t.deepEqual(await said(0.03), ['quiet']);
  t.deepEqual(await said(0.9), []);
  const clipped = sine(440, 300, 16_000, 3).map((sample) => Math.max(-1, Math.min(1, sample)));
  t.deepEqual((await convert(wavOf(clipped, 16_000))).warnings, ['clipped']);
});

test('one conversion sounds as SoX makes it, and Vorbis as SoX wrote it', async (t) => {
  if (spawnSync('sox', ['--version']).error !== undefined) {
    t.log('skipped: sox is not installed');
    t.pass();
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'callwright-sox-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const sweep = sine(300, 1_000, 44_100).map((sample, n) => sample + Math.sin((n * n) / 400_000) * 0.3);
  writeFileSync(join(folder, 'in.wav'), wavOf(sweep, 44_100));
  const run = (...args: string[]) => t.is(spawnSync('sox', args, { cwd: folder }).status, 0);
  run('in.wav', '-b', '16', '-r', '16000', '-D', 'out.wav', 'rate', '-h');
  run('in.wav', 'in.ogg');
  const theirs = readFileSync(join(folder, 'out.wav')).subarray(-32_000);
  const ours = (await convert(wavOf(sweep, 44_100))).wav.subarray(44);
  t.is(ours.length, theirs.length);
  t.true(difference(ours, theirs) < 0.003);
  const vorbis = await convert(readFileSync(join(folder, 'in.ogg')));
  t.is(vorbis.ms, 1_000);
  t.true(Math.abs(levelAt(300, vorbis.wav) - levelAt(300, wavOf(sweep, 44_100))) < 0.02);
});

/** Root mean square of what differs, 0 … 1; the first and last 20 ms, where filters swing in, aside. */
function difference(one: Buffer, two: Buffer): number {
  let total = 0;
  for (let at = 640; at < one.length - 640; at += 2)
    total += ((one.readInt16LE(at) - two.readInt16LE(at)) / 32_768) ** 2;
  return Math.sqrt(total / (one.length / 2 - 640));
}

test('samples of a 16 kHz file come out as they went in', async (t) => {
  const samples = sine(440, 200, 16_000);
  t.deepEqual((await convert(wavOf(samples, 16_000))).wav.subarray(44), pcm16(samples));
});
