import test from 'ava';
import { startFakeApi } from './live-load/fake-api.ts';
import { sampleGraph, sampleLiveCall } from './live-load/sample-live-calls.ts';
import { builtConsole } from './support/built-console.ts';
import { launchChromium } from './support/chromium.ts';
import { openPage } from './support/open-page.ts';
import { browserTest } from './support/use-browser.ts';

/** Two beats of the server are missed by then, ms. */
const LONG_SILENCE_MS = 13_000;
/** The longest pause between two tries to connect is over by then, ms. */
const NEXT_TRY_MS = 11_000;

browserTest(
  test,
  'live calls whose stream is cut say from when they are, and go on afterwards',
  async (t) => {
    t.timeout(120_000);
    const calls = [sampleLiveCall(1, Date.now()), sampleLiveCall(2, Date.now())];
    const api = await startFakeApi({
      folder: await builtConsole(),
      greeting: () => [{ event: 'snapshot', data: { calls } }],
      answers: { '/calls/:id/graph': (_request, response) => void response.json(sampleGraph) },
    });
    const browser = await launchChromium();
    t.teardown(async () => {
      await browser.close();
      await api.close();
    });
    const { page } = await openPage(browser, api.origin);
    await page.clock.install();
    await page.goto('/live');
    await page.getByText('통화 2건').waitFor();
    const connection = page.locator('.cw-connection');
    t.is(await connection.getAttribute('data-state'), 'connected');

    api.setAway(true);
    await page.locator('.cw-connection[data-state=reconnecting]').waitFor();
    await page.clock.fastForward(LONG_SILENCE_MS);
    await page.getByText('에 멈춘 내용입니다').waitFor();
    t.regex((await connection.textContent()) ?? '', /\d\d:\d\d:\d\d 이후 갱신 안 됨/);
    t.is(await page.locator('.cw-live-row').count(), 2, 'what was known stays to be read');

    calls.pop();
    api.setAway(false);
    await page.clock.fastForward(NEXT_TRY_MS);
    await page.getByText('통화 1건').waitFor();
    await page.getByText('에 멈춘 내용입니다').waitFor({ state: 'detached' });
    await page.locator('.cw-connection[data-state=connected]').waitFor();
  },
);
