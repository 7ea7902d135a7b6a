/** What the four bytes before an MPEG audio frame say (ISO/IEC 11172-3 and 13818-3, layer III; MPEG 2.5 as in use). */
export type FrameHeader = {
  rate: number;
  /** Bytes, header included. */
  length: number;
  /** Samples of each channel. */
  samples: number;
  /** Bytes from the frame's start to where an encoder's own header (Xing) would stand. */
  sideEnd: number;
};

const V1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const V2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
const LAYER_3 = 1;
const MPEG_1 = 3;
const MPEG_2 = 2;

/** Undefined: no frame of layer III begins here. */
export function frameHeader(file: Buffer, at: number): FrameHeader | undefined {
  if (at + 4 > file.length) return undefined;
  const word = file.readUInt32BE(at);
  if (word >>> 21 !== 0x7ff) return undefined;
  const [version, layer] = [(word >>> 19) & 3, (word >>> 17) & 3];
  const kbps = (version === MPEG_1 ? V1 : V2)[((word >>> 12) & 15) - 1];
  const base = RATES[(word >>> 10) & 3];
  if (version === 1 || layer !== LAYER_3 || kbps === undefined || base === undefined) return undefined;
  const rate = base / (version === MPEG_1 ? 1 : version === MPEG_2 ? 2 : 4);
  const samples = version === MPEG_1 ? 1_152 : 576;
  const mono = ((word >>> 6) & 3) === 3;
  const side = version === MPEG_1 ? (mono ? 17 : 32) : mono ? 9 : 17;
  const length = Math.floor((samples * kbps * 125) / rate) + ((word >>> 9) & 1);
  return { rate, length, samples, sideEnd: 4 + side };
}
