import { randomUUID } from 'node:crypto';
import test from 'ava';
import { systemActor } from '../../contracts/api/actor.ts';
import { TenantId } from '../../contracts/ids.ts';
import { listen } from '../listen.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { SIP_ACCOUNTS_CHANGED } from './sip-accounts.ts';

const database = useTestDatabase(test);
const setup = systemActor('setup');
const hash = 'a'.repeat(32);

test.serial(
  'CTI-10 an account is written once per extension, and another tenant cannot take it over',
  async (t) => {
    const { tenants, sipAccounts } = database().repositories;
    const mine = await tenants.ensureDemoTenant(setup);
    const other = TenantId.parse(randomUUID());
    await tenants.create(setup, { id: other, name: 'Other' });
    const account = { extension: '1001', tenant: mine, a1Hash: hash, displayName: null, enabled: true };
    t.true(await sipAccounts.upsert(setup, account));
    t.false(await sipAccounts.upsert(setup, { ...account, tenant: other, a1Hash: 'b'.repeat(32) }));
    t.true(await sipAccounts.upsert(setup, { ...account, displayName: '상담원' }));
    t.deepEqual(await sipAccounts.all(setup), [{ ...account, displayName: '상담원' }]);
    t.deepEqual(
      await sipAccounts.all({ kind: 'user', user: randomUUID(), tenant: other, role: 'company-admin' }),
      [],
    );
  },
);

test.serial('a change is announced, so that switch workers load their copy again', async (t) => {
  const { tenants, sipAccounts } = database().repositories;
  const tenant = await tenants.ensureDemoTenant(setup);
  let heard = 0;
  let told = (): void => undefined;
  const twice = new Promise<void>((resolve) => {
    told = resolve;
  });
  const listener = listen({
    url: database().database.url,
    channel: SIP_ACCOUNTS_CHANGED,
    // Once for the connection itself, once for the change.
    onChange: () => {
      heard += 1;
      if (heard === 1) {
        const account = { extension: '1002', tenant, a1Hash: hash, displayName: null, enabled: true };
        void sipAccounts.upsert(setup, account);
      } else told();
    },
  });
  await twice;
  await listener.close();
  t.true(heard >= 2);
});
