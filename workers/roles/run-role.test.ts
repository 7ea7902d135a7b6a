import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { runRole } from './run-role.ts';

for (const name of ['pbx', '', 'toString', '__proto__']) {
  test(`there is no role ${name || '(none)'}, and the error says which there are`, async (t) => {
    const error = await t.throwsAsync(runRole(name, {}), {
      message: /flow-worker, switch-worker, media-worker, api/,
    });
    t.like(error, { code: 'config/invalid' });
  });
}

test('a role that is started alone says which variable it needs', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'callwright-role-'));
  t.teardown(() => rm(home, { recursive: true }));
  const error = await t.throwsAsync(runRole('flow-worker', { CALLWRIGHT_HOME: home }), {
    message: /DATABASE_URL is not set/,
  });
  t.like(error, { code: 'config/invalid' });
});
