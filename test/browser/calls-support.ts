import type { ExecutionContext, TestFn } from 'ava';
import type { Browser, Page } from 'playwright-core';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { DEMO_NUMBERS, MAIN_LINE } from '../../workers/setup/demo-numbers.ts';
import { simulatorTest, type TestEngine, useTestEngine } from '../support/engine.ts';
import { openMainLine } from './phone-support.ts';
import { builtConsole } from './support/built-console.ts';
import { launchChromium, noBrowser } from './support/chromium.ts';
import { type Look, openPage, signInAs } from './support/open-page.ts';

export type CallsSetting = {
  engine(): TestEngine;
  /** A page of somebody with this role; the test fails on script faults in it. */
  open(t: ExecutionContext, role?: Role, look?: Look): Promise<Page>;
  browserTest(title: string, run: (t: ExecutionContext) => Promise<void>): void;
};

const SLOW_MS = 150_000;

/** Gives a test file the whole engine, with the console, and a browser. */
export async function useCalls(test: TestFn): Promise<CallsSetting> {
  const reason = noBrowser();
  // Before the engine starts: the api reads the list of the console's files once.
  const folder = reason === undefined ? await builtConsole() : '';
  const engine = useTestEngine(test, {
    roleEnv: { CALLWRIGHT_CONSOLE_DIR: folder },
    numbers: [
      { digits: MAIN_LINE, draft: openMainLine() },
      ...DEMO_NUMBERS.filter(({ digits }) => digits !== MAIN_LINE),
    ],
  });
  let browser: Browser | undefined;
  test.after.always('the browser is closed', () => browser?.close());
  return {
    engine,
    async open(t, role = 'company-admin', look = {}) {
      browser ??= await launchChromium();
      const origin = `http://127.0.0.1:${engine().port}`;
      const { page, faults } = await openPage(browser, origin, look);
      const user = await createTestUser(engine().database, { role });
      await signInAs(page.context(), origin, engine().database, user);
      t.teardown(async () => {
        await page.context().close();
        if (faults.length > 0) throw new Error(`faults in the page:\n${faults.join('\n')}`);
      });
      return page;
    },
    browserTest(title, run) {
      if (reason !== undefined) {
        test.skip(`${title} (${reason})`, () => undefined);
        return;
      }
      simulatorTest(test, title, (t) => {
        t.timeout(SLOW_MS);
        return run(t);
      });
    },
  };
}
