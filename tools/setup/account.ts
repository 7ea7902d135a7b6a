import { randomBytes, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemActor } from '../../contracts/api/actor.ts';
import { a1Hash } from '../../freeswitch/directory/index.ts';
import { withTables } from './with-tables.ts';

/** `npm run account -- 1001`: makes a phone's account (or gives it a new password) and shows the password once. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { password: { type: 'string' }, name: { type: 'string' } },
});
const [extension = ''] = positionals;

await withTables(async (tables, environment) => {
  const actor = systemActor('setup');
  const tenant = await tables.tenants.ensureDemoTenant(actor);
  const password = values.password ?? randomBytes(12).toString('base64url');
  const realm = environment.CALLWRIGHT_PHONE_DOMAIN;
  await tables.sipAccounts.upsert(actor, {
    extension,
    tenant,
    a1Hash: a1Hash(extension, realm, password),
    displayName: values.name ?? null,
    enabled: true,
  });
  await tables.auditLog.append(actor, {
    effect: randomUUID(),
    tenant,
    action: 'account.set',
    subject: extension,
  });
  process.stdout.write(`user ${extension}  domain ${realm}  password ${password}\n`);
});
