import test from 'ava';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import {
  ensureAdministrator,
  FIRST_ADMINISTRATOR,
  firstSignIn,
  PLATFORM_ADMINISTRATOR,
  signInLink,
} from './first-sign-in.ts';

const db = useTestDatabase(test);
const publicUrl = 'http://127.0.0.1:3205';

test.serial(
  'a fresh installation has one administrator without a password; a second start makes no other',
  async (t) => {
    const { repositories } = db();
    const first = await ensureAdministrator(repositories, FIRST_ADMINISTRATOR, 'company-admin');
    t.like(first, { role: 'company-admin', state: 'active', hasPassword: false, tenantName: 'Demo' });
    t.deepEqual(await ensureAdministrator(repositories, FIRST_ADMINISTRATOR, 'company-admin'), first);
    t.is((await repositories.users.list(system)).length, 1);
  },
);

test.serial(
  'a start prints a link while nobody has chosen a password, then only how to get one',
  async (t) => {
    const { repositories, url } = db();
    const user = await ensureAdministrator(repositories, FIRST_ADMINISTRATOR, 'company-admin');
    t.regex(
      await firstSignIn(url, publicUrl),
      /: http:\/\/127\.0\.0\.1:3205\/sign-in\/link#[A-Za-z0-9_-]{43}$/,
    );
    await repositories.credentials.setPassword(system, user.id, 'some hash');
    const later = await firstSignIn(url, publicUrl);
    t.regex(later, /npm run sign-in-link/);
    t.notRegex(later, /#/);
  },
);

test.serial(
  'a suspended account gets no link; who looks after the platform is another account',
  async (t) => {
    const { repositories } = db();
    const user = await ensureAdministrator(repositories, PLATFORM_ADMINISTRATOR, 'platform-admin');
    t.is(user.role, 'platform-admin');
    t.regex(await signInLink(repositories, user, publicUrl), /#/);
    const suspended = await repositories.users.update(system, user.id, { state: 'suspended' });
    if (suspended === undefined) return t.fail('no account');
    await t.throwsAsync(signInLink(repositories, suspended, publicUrl), { code: 'request/conflict' });
  },
);
