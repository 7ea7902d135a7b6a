import { join } from 'node:path';
import { builtConsole } from '../../test/browser/support/built-console.ts';
import { findChromium, launchChromium } from '../../test/browser/support/chromium.ts';
import { startTestEngine } from '../../test/support/engine.ts';
import { ROOT } from '../source-files.ts';
import { setStage, shotsOf } from './stage.ts';
import { LOOKS, takeLook } from './take.ts';

// `npm run screenshots [name…]`: a picture of every page in both languages and themes, on a phone and at a desk.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (findChromium() === undefined) {
  say('no pictures: there is no chromium on this machine; set CHROMIUM to its path');
  process.exit(1);
}
const folder = join(ROOT, 'dist/screenshots');
const wanted = new Set(process.argv.slice(2));
const engine = await startTestEngine({ roleEnv: { CALLWRIGHT_CONSOLE_DIR: await builtConsole() } });
const browser = await launchChromium();
try {
  const stage = await setStage(engine);
  const shots = shotsOf(stage).filter(({ name }) => wanted.size === 0 || wanted.has(name));
  const notes: string[] = [];
  for (const look of LOOKS) notes.push(...(await takeLook({ browser, engine, stage }, shots, look, folder)));
  say(`${shots.length * LOOKS.length} pictures in ${folder}`);
  for (const note of notes) say(`! ${note}`);
  process.exitCode = notes.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await engine.stop();
}
