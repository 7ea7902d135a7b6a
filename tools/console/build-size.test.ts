import test from 'ava';
import { buildConsole } from '../../workers/parts/console-build.ts';
import { consoleFolder } from '../../workers/parts/console-folder.ts';
import { FIRST_LOAD_LIMIT, firstLoads } from './build-size.ts';

test('the first load of the sign-in and of the call list is within 300 KB gzip each', async (t) => {
  t.timeout(60_000);
  const faults: string[] = [];
  const log = { info: () => undefined, warn: (line: string) => void faults.push(line) };
  const folder = consoleFolder();
  t.true(await buildConsole({ log, folder }), faults.join('\n'));
  for (const { page, bytes, files } of firstLoads(folder)) {
    t.log(`${page}: ${Math.round(bytes / 1024)} KB in ${files.length} files`);
    t.true(bytes <= FIRST_LOAD_LIMIT, `${page}: ${bytes} bytes of ${FIRST_LOAD_LIMIT}\n${files.join('\n')}`);
  }
});
