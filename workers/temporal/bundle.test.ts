import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { workflowBundle } from './bundle.ts';

test('a bundle is made once for a state of the sources, and holds what calls pay for', async (t) => {
  const cache = await mkdtemp(join(tmpdir(), 'callwright-bundle-'));
  t.teardown(() => rm(cache, { recursive: true }));
  const [path, again] = [await workflowBundle(cache), await workflowBundle(cache)];
  t.is(path, again);
  t.deepEqual(readdirSync(cache).length, 1, 'no half-written file is left');
  const modules = [...readFileSync(path, 'utf8').matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(
    ([, name]) => name ?? '',
  );
  t.true(modules.some((name) => name.endsWith('workflows/call/call.ts')));
  const heavy = modules.filter((name) => /node_modules\/(zod|pg|knex|pino)\//.test(name));
  t.deepEqual(heavy, [], 'every call loads every module of its workflow');
});
