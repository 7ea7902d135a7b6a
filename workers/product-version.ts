import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** This release, as package.json names it. */
export const productVersion = version;
