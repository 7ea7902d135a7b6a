import test from 'ava';
import type { Page } from 'playwright-core';
import { createTestUser } from '../../api/testing/test-user.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const PAGES: readonly (readonly [path: string, role: Role])[] = [
  ['/people', 'company-admin'],
  ['/profile', 'agent'],
  ['/api-keys', 'company-admin'],
  ['/audit', 'company-admin'],
  ['/audit?from=2020-01-01&to=2020-01-01', 'company-admin'],
  ['/outbox', 'company-admin'],
  ['/tenants', 'platform-admin'],
  ['/numbers', 'company-admin'],
  ['/trunks', 'platform-admin'],
  ['/system', 'company-admin'],
];

let made = 0;
/** Somebody whose address is one long word. */
const longNamed = (role: Role) =>
  createTestUser(db(), { role, email: `somebody.with.a.long.name.${made++}@customer-service.example.com` });

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.cw-loading').waitFor({ state: 'detached' });
};

for (const theme of ['light', 'dark'] as const)
  browserTest(
    test,
    `settings have no finding of axe and fit every width, panels open too (${theme})`,
    async (t) => {
      await db().repositories.trunks.seed(systemActor('test'), ['carrier-with-a-long-name']);
      for (const [path, role] of PAGES) {
        const page = await open(t, { theme });
        await signInAs(page.context(), server().origin, db(), await longNamed(role));
        await page.goto(path);
        await settled(page);
        await checkAccessible(t, page, path);
        await checkNoOverflow(t, page, path);
        const button = page.locator('.cw-page-header button').or(page.locator('.cw-trunk-edit')).first();
        if ((await button.count()) > 0) {
          await button.click();
          await page.getByRole('dialog').waitFor();
          await checkAccessible(t, page, `${path} with its panel`);
          await checkNoOverflow(t, page, `${path} with its panel`);
        }
        await page.context().close();
      }
    },
  );

browserTest(test, 'a page whose data cannot be had says so and can be asked again', async (t) => {
  const page = await open(t);
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), {}));
  await page.route('**/api/v1/api-keys', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/json',
      body: '{"code":"request/invalid","detail":"x"}',
    }),
  );
  await page.goto('/api-keys');
  await page.getByText('고칠 것이 있습니다').waitFor();
  await page.unroute('**/api/v1/api-keys');
  await page.getByRole('button', { name: '다시 시도' }).click();
  await page.getByText('아직 API 키가 없습니다').waitFor();
  t.pass();
});
