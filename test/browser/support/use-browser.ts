import type { ExecutionContext, TestFn } from 'ava';
import type { Browser } from 'playwright-core';
import { type TestDatabase, useTestDatabase } from '../../../db/testing/test-database.ts';
import { launchChromium, noBrowser } from './chromium.ts';
import { type ConsoleServer, startConsoleServer } from './console-server.ts';
import { type Look, type OpenedPage, openPage } from './open-page.ts';

/** What browser tests of a file share. */
export type BrowserSetting = {
  browser(): Browser;
  db(): TestDatabase;
  server(): ConsoleServer;
  /** A page in a profile of its own, closed at the end of the test; the test fails on script faults. */
  open(t: ExecutionContext, look?: Look): Promise<OpenedPage['page']>;
};

/** How long one browser test may take on a busy machine, ms. */
const SLOW_MS = 120_000;

/** Gives a test file a browser, a database and the console; without a browser its tests are skipped and say why. */
export function useBrowser(test: TestFn): BrowserSetting {
  const db = useTestDatabase(test);
  let browser: Browser | undefined;
  let server: ConsoleServer | undefined;
  test.before('a browser is there', async (t) => {
    t.timeout(SLOW_MS);
    if (noBrowser() === undefined) browser = await launchChromium();
  });
  test.after.always('the browser is gone', async () => {
    await browser?.close();
    await server?.stop();
  });
  const present = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('browser and server are there only while tests run');
    return thing;
  };
  test.beforeEach('the console is served', async (t) => {
    t.timeout(SLOW_MS);
    // Not in `before`: AVA runs those at the same time, and this one needs the database.
    if (noBrowser() === undefined) server ??= await startConsoleServer(db());
  });
  return {
    browser: () => present(browser),
    db,
    server: () => present(server),
    async open(t, look) {
      t.timeout(SLOW_MS);
      const { page, faults } = await openPage(present(browser), present(server).origin, look);
      t.teardown(async () => {
        await page.context().close();
        if (faults.length > 0) throw new Error(`faults in the page:\n${faults.join('\n')}`);
      });
      return page;
    },
  };
}

/** Declares a browser test, one after another; without a browser it is skipped, and its title says why. */
export function browserTest(test: TestFn, title: string, run: (t: ExecutionContext) => Promise<void>): void {
  const reason = noBrowser();
  if (reason === undefined) test.serial(title, run);
  else test.skip(`${title} (${reason})`, run);
}
