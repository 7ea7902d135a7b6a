import type { ExecutionContext, TestFn } from 'ava';
import type { Page } from 'playwright-core';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { TestEngine } from '../support/engine.ts';
import { type Look, openPage, signInAs } from './support/open-page.ts';
import { useConsoleEngine } from './support/use-engine.ts';

export type CallsSetting = {
  engine(): TestEngine;
  /** A page of somebody with this role; the test fails on script faults in it. */
  open(t: ExecutionContext, role?: Role, look?: Look): Promise<Page>;
  browserTest(title: string, run: (t: ExecutionContext) => Promise<void>): void;
};

/** Gives a test file the whole engine, with the console, and a browser. */
export async function useCalls(test: TestFn): Promise<CallsSetting> {
  const { engine, browser, engineTest } = await useConsoleEngine(test);
  return {
    engine,
    async open(t, role = 'company-admin', look = {}) {
      const origin = `http://127.0.0.1:${engine().port}`;
      const { page, faults } = await openPage(await browser(), origin, look);
      const user = await createTestUser(engine().database, { role });
      await signInAs(page.context(), origin, engine().database, user);
      t.teardown(async () => {
        await page.context().close();
        if (faults.length > 0) throw new Error(`faults in the page:\n${faults.join('\n')}`);
      });
      return page;
    },
    browserTest: engineTest,
  };
}
