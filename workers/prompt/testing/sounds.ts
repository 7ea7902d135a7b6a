import { wavFile } from '../convert/wav-file.ts';

/** Samples of a tone from -1 to 1. */
export const sine = (hz: number, ms: number, rate: number, level = 0.5): Float32Array =>
  Float32Array.from(
    { length: Math.round((ms * rate) / 1_000) },
    (_, n) => Math.sin((2 * Math.PI * hz * n) / rate) * level,
  );

export const pcm16 = (samples: Float32Array): Buffer => {
  const pcm = Buffer.alloc(samples.length * 2);
  for (const [n, sample] of samples.entries()) pcm.writeInt16LE(Math.round(sample * 32_767), n * 2);
  return pcm;
};
/** A mono WAV file of 16 bits. */
export const wavOf = (samples: Float32Array, rate: number): Buffer => wavFile(pcm16(samples), rate);

/** How strong a tone is in a converted file (Goertzel), 0 … 1. */
export function levelAt(hz: number, wav: Buffer): number {
  const rate = wav.readUInt32LE(24);
  const count = (wav.length - 44) / 2;
  const step = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let [one, two] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    const next = wav.readInt16LE(44 + n * 2) / 32_768 + step * one - two;
    [two, one] = [one, next];
  }
  return (2 * Math.sqrt(one * one + two * two - step * one * two)) / count;
}

/** Frames of MPEG 1 layer III at 128 kbit/s and 44.1 kHz, mono, that say nothing: 1,152 samples in 417 bytes. */
export const mp3Frames = (count: number): Buffer => {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb90c4);
  return Buffer.concat(Array.from({ length: count }, () => frame));
};

const CRC = Array.from({ length: 256 }, (_, n) => {
  let value = n << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value;
});

export type PageOf = { flags: number; granule: bigint; sequence: number; packets: readonly Buffer[] };

/** A page of Ogg with whole packets in it. */
export function oggPage({ flags, granule, sequence, packets }: PageOf): Buffer {
  const lacing = packets.flatMap(({ length }) => [
    ...Array(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head[5] = flags;
  head.writeBigUInt64LE(granule, 6);
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = lacing.length;
  const page = Buffer.concat([head, Buffer.from(lacing), ...packets]);
  const crc = page.reduce((sum, byte) => (sum << 8) ^ (CRC[((sum >>> 24) ^ byte) & 255] ?? 0), 0);
  page.writeUInt32LE(crc >>> 0, 22);
  return page;
}

/** 20 ms of nothing at 48 kHz. */
const QUIET = Buffer.from([0xf8, 0xff, 0xfe]);

/** An Opus file of so many pages with 50 packets of 20 ms each; `granule` bends what the pages say. */
export function opusFile(pages: number, granule = (page: number) => page * 48_000, packet = QUIET): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  [head[8], head[9]] = [1, 1];
  head.writeUInt32LE(48_000, 12);
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);
  const sound = Array.from({ length: pages }, (_, n) =>
    oggPage({
      flags: n === pages - 1 ? 4 : 0,
      granule: BigInt(granule(n + 1)),
      sequence: n + 2,
      packets: Array.from({ length: 50 }, () => packet),
    }),
  );
  return Buffer.concat([
    oggPage({ flags: 2, granule: 0n, sequence: 0, packets: [head] }),
    oggPage({ flags: 0, granule: 0n, sequence: 1, packets: [tags] }),
    ...sound,
  ]);
}
