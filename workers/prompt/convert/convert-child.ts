import { buffer } from 'node:stream/consumers';
import { convertSound, inspectSound } from './convert-sound.ts';
import { SoundProblem } from './sound-problem.ts';

/**
 * Command: a file on standard input → lines of JSON on standard output, the last of them followed by the WAV file. The
 * first line says how much sound there is, so that whoever waits knows how long to wait. It runs apart: what a hostile
 * file does to a decoder happens to this process alone.
 */
const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const source = inspectSound(await buffer(process.stdin));
  say({ sound: Math.round(source.ms) });
  const { wav, ...facts } = await convertSound(source);
  say({ ok: true, ...facts, size: wav.length });
  process.stdout.write(wav);
} catch (error) {
  // A decoder that gives up, whatever it says, was given something that it cannot read.
  say({ ok: false, problem: error instanceof SoundProblem ? error.problem : 'damaged' });
}
