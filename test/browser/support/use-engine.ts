import type { ExecutionContext, TestFn } from 'ava';
import type { Browser } from 'playwright-core';
import { DEMO_NUMBERS, MAIN_LINE } from '../../../workers/setup/demo-numbers.ts';
import { simulatorTest, type TestEngine, useTestEngine } from '../../support/engine.ts';
import { openMainLine } from '../phone-support.ts';
import { builtConsole } from './built-console.ts';
import { launchChromium, noBrowser } from './chromium.ts';

export type EngineSetting = {
  engine(): TestEngine;
  /** The browser of the file, launched when it is first wanted. */
  browser(): Promise<Browser>;
  /** Declares a test of pages with the engine behind them; without a browser it is skipped, and its title says why. */
  engineTest(title: string, run: (t: ExecutionContext) => Promise<void>): void;
};

/** How long one such test may take on a busy machine, ms. */
const SLOW_MS = 150_000;

/** Gives a test file the whole engine, with the console and a main line that is always open, and a browser. */
export async function useConsoleEngine(test: TestFn): Promise<EngineSetting> {
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
    async browser() {
      browser ??= await launchChromium();
      return browser;
    },
    engineTest(title, run) {
      if (reason !== undefined) {
        test.skip(`${title} (${reason})`, run);
        return;
      }
      simulatorTest(test, title, (t) => {
        t.timeout(SLOW_MS);
        return run(t);
      });
    },
  };
}
