import { buildConsole } from '../../workers/parts/console-build.ts';

// `npm run build`: the console's pages, for images and for machines where roles start alone. `npm start` does it itself.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
process.exitCode = (await buildConsole({ log: { info: print, warn: print } })) ? 0 : 1;
