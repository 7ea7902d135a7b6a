import { A_LAW, MU_LAW } from './g711.ts';

/** Reads one sample at a byte. */
export type ReadSample = (data: Buffer, at: number) => number;

const [PCM, FLOAT, ALAW, MULAW] = [1, 3, 6, 7];

/** Codings by format tag and bits of a sample (RFC 2361; 8-bit PCM is unsigned). Undefined: one that we do not read. */
export function wavCoding(tag: number, bits: number): ReadSample | undefined {
  const codings: Readonly<Record<string, ReadSample>> = {
    [`${PCM}/8`]: (data, at) => ((data[at] ?? 128) - 128) / 128,
    [`${PCM}/16`]: (data, at) => data.readInt16LE(at) / 32_768,
    [`${PCM}/24`]: (data, at) => data.readIntLE(at, 3) / 8_388_608,
    [`${PCM}/32`]: (data, at) => data.readInt32LE(at) / 2_147_483_648,
    [`${FLOAT}/32`]: (data, at) => finite(data.readFloatLE(at)),
    [`${FLOAT}/64`]: (data, at) => finite(data.readDoubleLE(at)),
    [`${ALAW}/8`]: (data, at) => A_LAW[data[at] ?? 0] ?? 0,
    [`${MULAW}/8`]: (data, at) => MU_LAW[data[at] ?? 0] ?? 0,
  };
  return codings[`${tag}/${bits}`];
}

/** Floats may be anything at all. */
const finite = (sample: number): number => (Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0);
