import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import test from 'ava';
import { tempFolder } from './fixtures/temp-folder.ts';
import { silentLog } from './part-log.ts';
import { freePort } from './ports.ts';
import { processIdentity } from './process-identity.ts';
import { findTemporal } from './temporal-binary.ts';
import { probeTemporal, waitForTemporal } from './temporal-probe.ts';
import { startTemporal } from './temporal-server.ts';
import { isUsableServer } from './temporal-version.ts';

test('a killed server comes back at the same address; stop ends it for good', async (t) => {
  const temporal = await startTemporal({ home: tempFolder(t), preferredPort: 0, log: silentLog });
  t.teardown(() => temporal.stop());
  const killed = temporal.pid ?? 0;
  process.kill(killed, 'SIGKILL');
  while (processIdentity(killed) !== undefined) await delay(10);
  await waitForTemporal(temporal.address, 'callwright', AbortSignal.timeout(40_000));
  const second = temporal.pid ?? 0;
  t.not(second, killed);
  await temporal.stop();
  t.is(processIdentity(second), undefined);
});

test('a server at TEMPORAL_ADDRESS is used and left alone', async (t) => {
  const own = await startTemporal({ home: tempFolder(t), preferredPort: 0, log: silentLog });
  t.teardown(() => own.stop());
  const options = { home: tempFolder(t), address: own.address, namespace: 'callwright', log: silentLog };
  const other = await startTemporal(options);
  t.true(other.external);
  await other.stop();
  await t.notThrowsAsync(probeTemporal(own.address, 'callwright'));
});

test('nobody at TEMPORAL_ADDRESS: one line that names the setting', async (t) => {
  const address = `127.0.0.1:${await freePort()}`;
  const error = await t.throwsAsync(startTemporal({ home: tempFolder(t), address, log: silentLog }), {
    name: 'CallwrightError',
  });
  t.regex(error?.message ?? '', /answers at 127\.0\.0\.1:\d+: check TEMPORAL_ADDRESS/);
});

test('servers older than 1.28 are not used', (t) => {
  t.deepEqual(['1.27.9', '1.28.0', '1.29.1', '2.0.0', '0.99.0'].map(isUsableServer), [
    false,
    true,
    true,
    true,
    false,
  ]);
});

test.serial('an old "temporal" on the PATH is passed over for the one in the home', async (t) => {
  const home = tempFolder(t);
  const old = join(home, 'old');
  for (const [folder, version] of [
    [old, '1.20.0'],
    [join(home, 'bin'), '1.29.1'],
  ] as const) {
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'temporal'),
      `#!/bin/sh\necho "temporal version x (Server ${version}, UI 1)"\n`,
      { mode: 0o755 },
    );
  }
  const path = process.env.PATH;
  t.teardown(() => {
    process.env.PATH = path;
  });
  process.env.PATH = old;
  const warnings: string[] = [];
  const found = await findTemporal({
    home,
    log: { info: () => undefined, warn: (line) => void warnings.push(line) },
  });
  t.is(found, join(home, 'bin', 'temporal'));
  t.regex(warnings.join('\n'), /1\.28 or newer is needed, it has 1\.20\.0/);
});
