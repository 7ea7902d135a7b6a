import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createNodeFolder } from './node-folder.ts';
import { createSpread } from './spread.ts';
import { createWaitUntilSpread } from './wait-until-spread.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

const add = (words: string) =>
  db().repositories.promptFiles.add(system, {
    tenant: DEMO_TENANT,
    prompt: null,
    language: 'ko',
    sound: { wav: Buffer.from(words), ms: 1, rate: 8_000 },
    text: words,
    source: 'tts',
    voice: null,
  });
async function open(t: ExecutionContext, node: string) {
  const dir = await mkdtemp(join(tmpdir(), 'callwright-node-'));
  t.teardown(() => rm(dir, { recursive: true }));
  const folder = createNodeFolder(dir);
  return { dir, pass: createSpread({ promptSpread: db().repositories.promptSpread, node, folder }) };
}
const age = (sha256: string, days: number) =>
  db()
    .database.knex('audio_blobs')
    .where({ sha256 })
    .update({ wanted_at: new Date(Date.now() - days * 86_400_000) });

test.serial('files come to the node whole, under their hash, and once', async (t) => {
  const { dir, pass } = await open(t, 'one');
  const { path } = await add('하나');
  t.like(await pass(), { written: 1 });
  t.is(await readFile(join(dir, path), 'utf8'), '하나');
  t.like(await pass(), { written: 0, removed: 0 });
  t.deepEqual(await readdir(join(dir, 'u')), [path.slice(2)]);
  t.deepEqual(await db().repositories.promptSpread.missing(system, ['one'], [path]), []);
});

test.serial('a damaged, shortened or lost file is replaced; halves of a write are cleared', async (t) => {
  const { path } = await add('둘둘');
  const { dir, pass } = await open(t, 'two');
  await pass();
  await rm(join(dir, path));
  t.like(await pass(), { written: 1 });
  await writeFile(join(dir, path), 'x');
  t.like(await pass(), { written: 1 });
  await writeFile(join(dir, path), Buffer.from('셋셋'));
  await writeFile(join(dir, 'u', '.00000000-0000-4000-8000-000000000000.part'), 'half');
  await writeFile(join(dir, 'u', 'of-somebody-else.wav'), 'x');
  const folder = createNodeFolder(dir);
  const fresh = createSpread({ promptSpread: db().repositories.promptSpread, node: 'two', folder });
  t.like(await fresh(), { written: 1 });
  t.is(await readFile(join(dir, path), 'utf8'), '둘둘');
  const names = await readdir(join(dir, 'u'));
  t.false(names.some((name) => name.endsWith('.part')));
  t.true(names.includes('of-somebody-else.wav'));
});

test.serial('a file goes seven days after nothing could play it any more', async (t) => {
  const { knex } = db().database;
  const { path, sha256 } = await add('셋');
  const { dir, pass } = await open(t, 'three');
  await pass();
  await knex('prompt_files').where({ sha256 }).update({ current: false });
  await age(sha256, 6);
  await pass();
  t.is(await readFile(join(dir, path), 'utf8'), '셋');
  await age(sha256, 8);
  t.like(await pass(), { removed: 1 });
  await t.throwsAsync(readFile(join(dir, path)), { code: 'ENOENT' });
  t.is((await db().repositories.promptSpread.missing(system, ['three'], [path])).length, 1);
});

test.serial('publishing waits until every node has every file', async (t) => {
  const { promptSpread } = db().repositories;
  const { path, sha256 } = await add('넷');
  await db().database.knex('prompt_files').where({ sha256 }).update({ current: false });
  await age(sha256, 30);
  const [a, b] = [await open(t, 'four-a'), await open(t, 'four-b')];
  let clock = 0;
  const passes = [a.pass, b.pass];
  const parts = { promptSpread, nodes: ['four-a', 'four-b'], now: () => clock };
  const wait = createWaitUntilSpread({
    ...parts,
    async pause(ms) {
      clock += ms;
      await passes.shift()?.();
    },
  });
  t.deepEqual(await wait(['ko/main/menu.wav'], 0), []);
  t.deepEqual(await wait([path, 'ko/main/menu.wav'], 1_000), []);
  t.is(passes.length, 0);
  t.is(await readFile(join(b.dir, path), 'utf8'), '넷', 'asked for again, though it was out of use');
  const alone = createWaitUntilSpread({
    ...parts,
    nodes: ['four-a', 'gone'],
    pause: async (ms) => {
      clock += ms;
    },
  });
  t.deepEqual(await alone([path], 1_000), [{ node: 'gone', path }]);
});
