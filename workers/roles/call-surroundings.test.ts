import { randomUUID } from 'node:crypto';
import test from 'ava';
import { hostTokenOwner } from '../../api/http-host/host-token.ts';
import { seal } from '../../api/session/seal.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { draftOf, publishedOf } from '../../db/testing/scenario-samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createCallSurroundings } from './call-surroundings.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const key = Buffer.alloc(32, 3);

test('a call finds the version that is live now, of its own company', async (t) => {
  const { repositories } = db();
  const { publishedScenario } = createCallSurroundings(repositories, key);
  const { id, document } = await repositories.scenarios.create(system, DEMO_TENANT, draftOf('x'));
  t.is(await publishedScenario(DEMO_TENANT, id), null, 'never published');
  for (const _ of [1, 2]) {
    const row = await repositories.scenarios.publish(system, id, publishedOf(1, document));
    t.is(await publishedScenario(DEMO_TENANT, id), row?.live?.hash ?? null);
  }
  t.is(await publishedScenario(newTenantId(), id), null);
  t.is(await publishedScenario(DEMO_TENANT, randomUUID()), null);
  await repositories.scenarios.remove(system, id);
  t.is(await publishedScenario(DEMO_TENANT, id), null);
});

test('a call gets the hosts of its company with their tokens opened', async (t) => {
  const { repositories } = db();
  const { listedHosts } = createCallSurroundings(repositories, key);
  const sealed = (id: string) => seal(key, hostTokenOwner(id), 'secret-token');
  await repositories.httpHosts.add(system, DEMO_TENANT, 'a.example.kr', sealed);
  await repositories.httpHosts.add(system, DEMO_TENANT, 'b.example.kr', null);
  t.deepEqual(
    (await listedHosts(DEMO_TENANT)).toSorted((a, b) => a.host.localeCompare(b.host)),
    [
      { host: 'a.example.kr', token: 'secret-token' },
      { host: 'b.example.kr', token: null },
    ],
  );
  t.deepEqual(await listedHosts(newTenantId()), []);
});
