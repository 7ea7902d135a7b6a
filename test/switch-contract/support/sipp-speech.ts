import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const samplesPerSecond = 8_000;

/** G.711 A-law of a 16-bit sample. */
function aLaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample) >> 3, 0xfff);
  const segment = magnitude < 32 ? 0 : Math.floor(Math.log2(magnitude)) - 4;
  const mantissa = (segment < 2 ? magnitude >> 1 : magnitude >> segment) & 0x0f;
  return ((segment << 4) | mantissa) ^ (sample < 0 ? 0x55 : 0xd5);
}

/** One second of a tone, as loud as a person, then ten of silence: a telephone sends packets also when nobody speaks. */
function speech(): Buffer {
  const tone = Array.from({ length: samplesPerSecond }, (_, n) =>
    aLaw(Math.round(8_000 * Math.sin((2 * Math.PI * 440 * n) / samplesPerSecond))),
  );
  return Buffer.concat([Buffer.from(tone), Buffer.alloc(10 * samplesPerSecond, aLaw(0))]);
}

let folder: string | undefined;

/** The folder in which SIPp runs, with `speech.pcma` in it; gone with this process. */
export function speechFolder(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), 'callwright-sipp-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  writeFileSync(join(made, 'speech.pcma'), speech());
  folder = made;
  return made;
}
