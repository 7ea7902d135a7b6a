import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintConfigText } from './lint/lint-config.ts';

// Writes biome.json from the import table; a test refuses a biome.json that differs.
writeFileSync(process.argv[2] ?? join(import.meta.dirname, '..', 'biome.json'), lintConfigText());
