/** 13 segments of A-law, ITU-T G.711 table 1: one byte → -1 … 1. */
function aLaw(byte: number): number {
  const value = byte ^ 0x55;
  const segment = (value & 0x70) >> 4;
  const step = value & 0x0f;
  const size = segment === 0 ? step * 16 + 8 : (step * 16 + 264) << (segment - 1);
  return ((value & 0x80) === 0 ? -size : size) / 32_768;
}

/** µ-law, ITU-T G.711 table 2. */
function muLaw(byte: number): number {
  const value = ~byte & 0xff;
  const segment = (value & 0x70) >> 4;
  const size = (((value & 0x0f) * 8 + 132) << segment) - 132;
  return ((value & 0x80) === 0 ? size : -size) / 32_768;
}

const table = (decode: (byte: number) => number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, byte) => decode(byte));

/** Sample of each byte. */
export const A_LAW = table(aLaw);
export const MU_LAW = table(muLaw);
