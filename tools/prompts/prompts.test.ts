import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { PromptPath } from '../../contracts/call/prompt.ts';
import { LANGUAGES } from '../../contracts/scenario/language.ts';
import { allPieces, piecePath } from '../../ivr-scenarios/speech/pieces.ts';
import { shippedPrompts } from '../../ivr-scenarios/testing/catalog.ts';
import { MUSIC_PATH, PROMPT_TEXTS } from './texts.ts';
import { wavFormat } from './wav.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'prompts');
const manifest = shippedPrompts();
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  // `u/` is where the media worker keeps the companies' own.
  .filter((name) => name.endsWith('.wav') && !name.startsWith('u/') && !name.startsWith('u\\'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

test('the manifest lists exactly the files that are there', (t) => {
  t.deepEqual(Object.keys(manifest).sort(), files);
});

test('every file is 8 kHz mono 16-bit and as long as the manifest says', (t) => {
  for (const path of files) {
    const format = wavFormat(readFileSync(join(ROOT, path)));
    t.deepEqual(format, { channels: 1, sampleRate: 8_000, bits: 16, ms: manifest[path]?.ms ?? 0 }, path);
  }
});

test('every path may stand in a command to the switch', (t) => {
  t.deepEqual(
    files.filter((path) => !PromptPath.safeParse(path).success),
    [],
  );
});

test('all prompts together are below 10 MB', (t) => {
  const bytes = files.reduce((sum, path) => sum + readFileSync(join(ROOT, path)).length, 0);
  t.true(bytes < 10 * 1_024 * 1_024, `${bytes} bytes`);
});

test('every piece that something can be read with is there, and says what the list says', (t) => {
  for (const language of LANGUAGES) {
    for (const piece of allPieces(language)) {
      const path = piecePath(language, piece);
      t.true(Object.hasOwn(manifest, path), path);
    }
  }
  for (const [path, text] of Object.entries(PROMPT_TEXTS)) t.is(manifest[path]?.text, text, path);
  t.true(Object.hasOwn(manifest, MUSIC_PATH));
});

test('what is no WAV file has no format', (t) => {
  t.is(wavFormat(new Uint8Array(0)), undefined);
  t.is(wavFormat(new TextEncoder().encode('RIFF'.padEnd(60, 'x'))), undefined);
});
