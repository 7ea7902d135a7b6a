import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Workbench } from '../../api/scenario/workbench.ts';
import { ScenarioHash } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { ownPathsIn, spreadBeforePublish, spreadBeforeRollBack } from './spread-before.ts';

const PATH = `u/${'a'.repeat(32)}.wav`;
const PARTS = {
  main: { blocks: { hello: { prompts: [PATH, 'ko/main/menu.wav', { files: { ko: PATH } }] } } },
};
const HASH = ScenarioHash.parse('c'.repeat(64));
const company = { actor: system, tenant: DEMO_TENANT };

/** Nodes that lack what they are asked for, or do not. */
function nodes(missing: boolean) {
  const asked: (readonly string[])[] = [];
  const wait = async (paths: readonly string[]) => {
    asked.push(paths);
    return missing ? paths.map((path) => ({ node: 'seoul-1', path })) : [];
  };
  return { asked, wait };
}
const benchWith = (version: object | null) =>
  ({ publishable: async () => ({ problems: [], tests: {}, version }) }) as unknown as Workbench;

test('files of companies are found wherever a part names them', (t) => {
  t.deepEqual(ownPathsIn(PARTS), [PATH]);
  t.deepEqual(ownPathsIn(undefined), []);
});

test('a version is publishable once every node has its files', async (t) => {
  const version = { hash: HASH, parts: PARTS };
  const there = nodes(false);
  const bench = spreadBeforePublish(benchWith(version), there.wait);
  t.is((await bench.publishable(company, {}, [])).version?.hash, HASH);
  t.deepEqual(there.asked, [[PATH]]);
  const away = spreadBeforePublish(benchWith(version), nodes(true).wait);
  await t.throwsAsync(away.publishable(company, {}, []), { code: 'switch/not-sent', message: /seoul-1/ });
  const refused = nodes(true);
  t.is((await spreadBeforePublish(benchWith(null), refused.wait).publishable(company, {}, [])).version, null);
  t.deepEqual(refused.asked, []);
});

test('an older version goes live again once every node has its files again', async (t) => {
  const rolled: string[] = [];
  const tables = {
    scenarios: { rollBack: async (_actor: unknown, id: string) => void rolled.push(id) },
    scenarioVersions: {
      entry: async () => ({ partIds: ['main'] }),
      part: async (_actor: unknown, _hash: unknown, part: string) => PARTS[part as 'main'],
    },
  } as unknown as Repositories;
  const id = randomUUID();
  const away = spreadBeforeRollBack(tables, nodes(true).wait);
  await t.throwsAsync(away.rollBack(system, id, HASH), { code: 'switch/not-sent' });
  t.deepEqual(rolled, []);
  await spreadBeforeRollBack(tables, nodes(false).wait).rollBack(system, id, HASH);
  t.deepEqual(rolled, [id]);
});
