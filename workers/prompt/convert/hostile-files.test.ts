import test from 'ava';
import fc from 'fast-check';
import { mp3Frames, oggPage, opusFile, sine, wavOf } from '../testing/sounds.ts';
import { inspectSound } from './convert-sound.ts';
import { createConverter, LIMITS } from './converter.ts';
import { SoundProblem } from './sound-problem.ts';
import { createTurns } from './turns.ts';

const convert = createConverter();
const good = wavOf(sine(440, 1_000, 16_000), 16_000);
const bent = (change: (file: Buffer) => void): Buffer => {
  const file = Buffer.from(good);
  change(file);
  return file;
};
const bytes = (count: number): Buffer => Buffer.alloc(count, 0x5a);

/** 1-byte chunks, thousands of them, before the sound. */
const tinyChunks = Buffer.concat([
  good.subarray(0, 36),
  ...Array.from({ length: 50_000 }, () => Buffer.from('junk\x01\0\0\0x\0', 'latin1')),
  good.subarray(36),
]);
const opusHour = opusFile(3_600, () => 48_000 * 5);
const sixty = Buffer.from([0xfb, 0x3f, 0xff, 0xfe]);

/** What a stranger may send, and what he is told. */
const HOSTILE: Record<string, [Buffer, string]> = {
  nothing: [Buffer.alloc(0), 'empty'],
  HTML: [Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(100)), 'no-audio'],
  'a ZIP file': [Buffer.concat([Buffer.from('PK\x03\x04'), bytes(5_000)]), 'no-audio'],
  noise: [bytes(100_000), 'no-audio'],
  'M4A under another name': [Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0'.repeat(50), 'latin1'), 'unsupported'],
  FLAC: [Buffer.from(`fLaC${'x'.repeat(500)}`), 'unsupported'],
  'more than 10 MB': [Buffer.alloc(11 * 1_024 * 1_024), 'too-large'],
  'a WAV file that is cut off': [good.subarray(0, 20_000), 'damaged'],
  'a WAV header alone': [good.subarray(0, 44), 'damaged'],
  'a WAV file that claims 4 GB': [bent((file) => file.writeUInt32LE(0xffff_fff0, 40)), 'damaged'],
  'a WAV file whose rate is 4 GHz': [bent((file) => file.writeUInt32LE(0xffff_ffff, 24)), 'unsupported'],
  'a WAV file without a rate': [bent((file) => file.writeUInt32LE(0, 24)), 'unsupported'],
  'a WAV file of 65,535 channels': [bent((file) => file.writeUInt16LE(0xffff, 22)), 'damaged'],
  'a WAV file of no channel': [bent((file) => file.writeUInt16LE(0, 22)), 'damaged'],
  'a WAV file whose frames have another size': [bent((file) => file.writeUInt16LE(3, 32)), 'damaged'],
  'a WAV file of a coding nobody knows': [bent((file) => file.writeUInt16LE(0x55, 20)), 'unsupported'],
  'a WAV file of 50,000 chunks': [tinyChunks, 'damaged'],
  'a WAV file of 20 minutes in 10 MB': [wavOf(new Float32Array(4_900_000), 4_000), 'too-long'],
  'a click': [wavOf(sine(440, 50, 16_000), 16_000), 'too-short'],
  'an MP3 of garbage': [Buffer.concat([mp3Frames(3), bytes(50_000)]), 'damaged'],
  'an MP3 tag before garbage': [
    Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x10', 'latin1'), bytes(9_000)]),
    'damaged',
  ],
  'an MP3 tag that reaches beyond': [Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), 'damaged'],
  'a sync word without a second one': [Buffer.concat([mp3Frames(1), bytes(400)]), 'no-audio'],
  'an MP3 that is cut off': [mp3Frames(100).subarray(0, 20_000), 'damaged'],
  'an MP3 of eleven minutes': [mp3Frames(25_000).subarray(0, 10 * 1_024 * 1_024), 'too-long'],
  'an Ogg file that is cut off': [opusFile(10).subarray(0, -40), 'damaged'],
  'an Ogg file without an end': [opusFile(10).subarray(0, -oggLast().length), 'damaged'],
  'an Ogg file with a wrong checksum': [flipped(opusFile(3)), 'damaged'],
  'an hour of Opus whose pages say five seconds': [opusHour, 'too-long'],
  'an hour of Opus that says so': [opusFile(3_600), 'too-long'],
  'packets of 126 s in one page': [opusFile(200, undefined, sixty), 'too-long'],
  'endless empty Ogg pages': [emptyPages(200_000), 'damaged'],
  'Ogg of another codec': [
    oggPage({ flags: 6, granule: 0n, sequence: 0, packets: [Buffer.from('\x80theora...............')] }),
    'unsupported',
  ],
  'two streams in one file': [Buffer.concat([opusFile(2), opusFile(2)]), 'unsupported'],
  'a Vorbis head and nothing that it needs': [vorbisWithoutBooks(), 'damaged'],
};

function oggLast(): Buffer {
  return oggPage({ flags: 4, granule: 0n, sequence: 0, packets: Array.from({ length: 50 }, () => bytes(3)) });
}
function flipped(file: Buffer): Buffer {
  file[file.length - 5] = (file[file.length - 5] ?? 0) ^ 1;
  return file;
}
function emptyPages(count: number): Buffer {
  const head = opusFile(1);
  const page = oggPage({ flags: 0, granule: 0n, sequence: 1, packets: [] });
  return Buffer.concat([head.subarray(0, 47), ...Array.from({ length: count }, () => page)]);
}
function vorbisWithoutBooks(): Buffer {
  const head = Buffer.alloc(30);
  head.write('\x01vorbis', 0, 'latin1');
  head[11] = 1;
  head.writeUInt32LE(44_100, 12);
  [head[28], head[29]] = [0xb8, 1];
  const junk = Array.from({ length: 60 }, () => bytes(200));
  return Buffer.concat([
    oggPage({ flags: 2, granule: 0n, sequence: 0, packets: [head] }),
    oggPage({ flags: 4, granule: 44_100n, sequence: 1, packets: junk }),
  ]);
}

for (const [name, [file, problem]] of Object.entries(HOSTILE)) {
  test(`${name}: ${problem}`, async (t) => {
    t.deepEqual(await convert(file), { ok: false, problem } as Awaited<ReturnType<typeof convert>>);
  });
}

test('after all of them an honest file is taken as ever', async (t) => {
  t.like(await convert(good), { ok: true, ms: 1_000, rate: 16_000 });
});

test('a process that takes too long, or too much memory, is ended', async (t) => {
  t.deepEqual(await createConverter({ ...LIMITS, inspectMs: 1 })(good), {
    ok: false,
    problem: 'too-much-work',
  });
  const narrow = createConverter({ ...LIMITS, memoryKb: 100_000 });
  t.deepEqual(await narrow(good), { ok: false, problem: 'too-much-work' });
});

test('two are converted at once, the others wait in order', async (t) => {
  const inTurn = createTurns(2);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    inTurn(async () => {
      began.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 0) throw new SoundProblem('damaged');
    }).catch(() => undefined),
  );
  t.deepEqual(began, [0, 1]);
  for (const expected of [3, 4, 4, 4]) {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    t.is(began.length, expected);
  }
  await Promise.all(all);
});

test('whatever the bytes are, headers are read to a verdict', (t) => {
  const files = [good.subarray(0, 400), mp3Frames(4), opusFile(2)];
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(2_000),
      fc.nat(255),
      fc.nat(3_000),
      (from, at, value, cut) => {
        const file = Buffer.from(from.subarray(0, cut));
        file[at] = value;
        try {
          return inspectSound(file).ms > 0;
        } catch (error) {
          return error instanceof SoundProblem;
        }
      },
    ),
    { numRuns: 3_000 },
  );
  t.pass();
});
