import { fileURLToPath } from 'node:url';

/** This folder, complete: `freeswitch -conf` needs nothing beside it. */
export const CONF_DIR: string = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Folders that the switch wants named together; one for each, below the state folder. */
const STATE_FOLDERS = [
  'log',
  'db',
  'run',
  'temp',
  'storage',
  'cache',
  'recordings',
  'sounds',
  'scripts',
  'grammar',
  'htdocs',
  'certs',
] as const;

/**
 * Folders to create before the start. `log` must be closed to others (mode 0700): the switch leaves its configuration
 * there with every variable filled in, passwords too.
 */
export const stateFolders = (stateDir: string): string[] =>
  STATE_FOLDERS.map((name) => `${stateDir}/${name}`);

/**
 * Takes the folder for everything that a switch writes, and its modules' folder where it is not the built-in one;
 * returns the arguments of `freeswitch` for a start in the foreground from {@link CONF_DIR}.
 */
export function startArguments(stateDir: string, modDir?: string): string[] {
  return [
    // No UPnP, no fork, no console: signals and exit code reach whoever started it.
    '-nonat',
    '-nf',
    '-nc',
    '-conf',
    CONF_DIR,
    ...(modDir === undefined ? [] : ['-mod', modDir]),
    ...STATE_FOLDERS.flatMap((name) => [`-${name}`, `${stateDir}/${name}`]),
  ];
}
