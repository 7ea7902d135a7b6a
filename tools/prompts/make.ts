/**
 * Makes the shipped prompts: `node tools/prompts/make.ts [--missing]`. Needs espeak-ng and sox on the PATH. Files are
 * 8 kHz mono 16-bit, which FreeSWITCH plays to a telephone without resampling. `--missing` makes only files that are not
 * there, so that prompts recorded by a person stay; the manifest is always written anew.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CallwrightError } from '../../contracts/errors.ts';
import { MUSIC_PATH, MUSIC_TEXT, PROMPT_TEXTS } from './texts.ts';
import { wavFormat } from './wav.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'prompts');
const TELEPHONE = ['-r', '8000', '-c', '1', '-b', '16'];
const onlyMissing = process.argv.includes('--missing');

function speak(path: string, text: string): void {
  const target = join(ROOT, path);
  const raw = `${target}.raw.wav`;
  mkdirSync(dirname(target), { recursive: true });
  const voice = path.startsWith('en/') ? 'en-us' : 'ko';
  execFileSync('espeak-ng', ['-v', voice, '-s', '165', '-p', '45', '-w', raw, text]);
  // Pieces of numbers are played one after another: the silence around them is what makes them sound chopped.
  const trim = ['silence', '1', '0.01', '0.3%'];
  const shape = [...trim, 'reverse', ...trim, 'reverse', 'pad', '0.02', '0.06', 'norm', '-4'];
  execFileSync('sox', ['-R', '-D', raw, ...TELEPHONE, target, 'gain', '-6', 'highpass', '150', ...shape]);
  rmSync(raw);
}

/** A slow broken chord of plucked strings: our own, and pleasant enough to wait by. */
function music(): void {
  const target = join(ROOT, MUSIC_PATH);
  mkdirSync(dirname(target), { recursive: true });
  const notes = [
    'C4',
    'E4',
    'G4',
    'C5',
    'A3',
    'C4',
    'E4',
    'A4',
    'F3',
    'A3',
    'C4',
    'F4',
    'G3',
    'B3',
    'D4',
    'G4',
  ];
  const synth = notes.flatMap((note) => ['pluck', note]);
  const delays = notes.map((_, index) => (index * 0.5).toFixed(1));
  const out = ['-R', '-D', '-n', ...TELEPHONE, target];
  execFileSync('sox', [...out, 'synth', '2', ...synth, 'delay', ...delays, 'remix', '-', 'norm', '-12']);
}

function write(): void {
  const texts: Record<string, string> = { ...PROMPT_TEXTS, [MUSIC_PATH]: MUSIC_TEXT };
  const manifest: Record<string, { ms: number; text: string }> = {};
  for (const path of Object.keys(texts).sort()) {
    const text = texts[path] ?? '';
    if (!onlyMissing || !existsSync(join(ROOT, path))) {
      if (path === MUSIC_PATH) music();
      else speak(path, text);
    }
    const format = wavFormat(readFileSync(join(ROOT, path)));
    if (format === undefined) throw new CallwrightError('config/invalid', `${path} is not a WAV file`);
    manifest[path] = { ms: format.ms, text };
  }
  writeFileSync(join(ROOT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  process.stdout.write(`${Object.keys(manifest).length} prompts\n`);
}

write();
