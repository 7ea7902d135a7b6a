import test from 'ava';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { hashOf, sampleCall, system } from '../../db/testing/samples.ts';
import { startConsoleServer } from './support/console-server.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, open } = useBrowser(test);

browserTest(test, 'who may step in sends a live call to its announcement, after a question', async (t) => {
  const call = sampleCall({ scenario: hashOf('a') });
  const { tenants, scenarioVersions, calls } = db().repositories;
  await tenants.ensureDemoTenant(system);
  const version = { hash: hashOf('a'), tenant: DEMO_TENANT, name: '대표번호', document: {}, parts: {} };
  await scenarioVersions.publish(system, version);
  await calls.starting(system, call);
  const told: string[] = [];
  const callCommander = async (id: string, { command }: { command: string }): Promise<'told' | 'ended'> => {
    told.push(`${id} ${command}`);
    return command === 'handler' ? 'told' : 'ended';
  };
  const { origin, stop } = await startConsoleServer(db(), { callCommander });
  t.teardown(stop);
  const openAs = async (role: Role) => {
    const page = await open(t);
    await signInAs(page.context(), origin, db(), await createTestUser(db(), { role }));
    await page.goto(`${origin}/calls/${call.call}`);
    await page.getByRole('heading', { name: '통화 상세' }).waitFor();
    await page.getByText('통화 ID').waitFor();
    return page;
  };
  const watcher = await openAs('operator');
  t.is(await watcher.getByRole('button', { name: '통화 종료' }).count(), 0);

  const page = await openAs('supervisor');
  await page.getByRole('button', { name: '안내로 보내기' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('하던 일을 멈추고').waitFor();
  await dialog.getByRole('button', { name: '취소' }).click();
  t.deepEqual(told, [], 'nothing is done before it was confirmed');
  await page.getByRole('button', { name: '안내로 보내기' }).click();
  await dialog.getByRole('button', { name: '안내로 보내기' }).click();
  await page.getByText('통화에 전했습니다.').waitFor();
  t.deepEqual(told, [`${call.call} handler`]);
  await page.getByRole('button', { name: '통화 종료' }).click();
  await dialog.getByRole('button', { name: '통화 종료' }).click();
  await dialog.getByText('통화가 이미 끝났습니다.').waitFor();
});
