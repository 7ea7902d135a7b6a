import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

// Builds the console into the folder that is given, and lays compressed copies beside the texts.

const [folder = ''] = process.argv.slice(2);
await build({
  configFile: join(import.meta.dirname, '../../console/vite.config.ts'),
  logLevel: 'error',
  build: { outDir: folder },
});
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:js|css|svg|webmanifest)$/.test(name))
  .map((name) => join(folder, name));
await Promise.all(texts.map(compress));

/** Once for all readers. Brotli's best takes ten times as long for three percent. */
async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
}
