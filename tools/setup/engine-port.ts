import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../../workers/config.ts';
import { homePaths } from '../../workers/parts/home.ts';

const Run = z.object({ port: z.number() });

/** Port of the api of the engine that runs here; PORT when none does, as on a machine of its own. */
export async function portOfEngine(
  environment: Pick<Environment, 'CALLWRIGHT_HOME' | 'PORT'>,
): Promise<number> {
  const file = join(homePaths(environment.CALLWRIGHT_HOME).root, 'run.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? environment.PORT : Run.parse(JSON.parse(text)).port;
}
