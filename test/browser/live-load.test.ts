import test from 'ava';
import type { Page } from 'playwright-core';
import type { LiveCall } from '../../contracts/api/live.ts';
import { until } from '../support/until.ts';
import { type FakeApi, startFakeApi } from './live-load/fake-api.ts';
import { moved, sampleGraph, sampleLiveCall } from './live-load/sample-live-calls.ts';
import { builtConsole } from './support/built-console.ts';
import { launchChromium } from './support/chromium.ts';
import { openPage } from './support/open-page.ts';
import { browserTest } from './support/use-browser.ts';

const CALLS = 1_000;
/** Each call changes so often, ms. */
const EVERY_MS = 5_000;
const WATCHED_MS = 10_000;
/** Rows that a window of 900 px can show, and some beyond its edges. */
const MOST_ROWS = 60;

const graphAnswer = {
  '/calls/:id/graph': (_request: unknown, response: { json(body: unknown): unknown }) =>
    void response.json(sampleGraph),
};

browserTest(test, 'a page with 1,000 live calls draws those in sight, and says what it costs', async (t) => {
  t.timeout(120_000);
  const { api, page, close } = await openLive(
    Array.from({ length: CALLS }, (_, i) => sampleLiveCall(i, Date.now())),
  );
  try {
    await page.getByText(`통화 ${CALLS}건`).waitFor();
    const rows = page.locator('.cw-live-row');
    t.true((await rows.count()) > 5);

    const taskSeconds = await watchTasks(page);
    const before = await taskSeconds();
    const started = performance.now();
    await feed(api.api, api.calls);
    const share = ((await taskSeconds()) - before) / ((performance.now() - started) / 1_000);
    t.log(
      `main thread of the page: ${(share * 100).toFixed(1)} % of a core, ${(CALLS * 1_000) / EVERY_MS} changes/s`,
    );

    t.true((await rows.count()) <= MOST_ROWS, `${await rows.count()} rows in the page`);
    await page.getByText(`통화 ${CALLS}건`).waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    const last = `[aria-rowindex="${CALLS + 1}"]`;
    await page.locator(last).waitFor();
    t.true((await rows.count()) <= MOST_ROWS);
    t.is(await page.locator(last).getAttribute('aria-selected'), 'true');
  } finally {
    await close();
  }
});

browserTest(test, 'calls that begin and end say so in words', async (t) => {
  const { api, page, close } = await openLive([sampleLiveCall(1, Date.now())]);
  try {
    await page.getByText('통화 1건').waitFor();
    t.is(await page.getByText('새 통화').count(), 0, 'those of the first picture are not news');
    const late = sampleLiveCall(2, Date.now());
    api.api.send('call', late);
    await page.getByText('새 통화').waitFor();
    api.api.send('gone', { id: late.id });
    await page.getByText('끝남').waitFor();
    await page.getByText('통화 1건').waitFor();
    await page.locator('.cw-live-row').nth(1).waitFor({ state: 'detached' });
  } finally {
    await close();
  }
});

browserTest(
  test,
  'when nothing is heard any more the page says since when, and its clocks stand',
  async (t) => {
    const { page, close } = await openLive([sampleLiveCall(1, Date.now())], (before) =>
      before.clock.install(),
    );
    try {
      await page.getByText('통화 1건').waitFor();
      await page.clock.fastForward(13_000);
      await page.getByText(/에 멈춘 내용입니다/).waitFor();
      const shown = await page.locator('.cw-live-incall').last().textContent();
      await page.clock.fastForward(20_000);
      t.is(await page.locator('.cw-live-incall').last().textContent(), shown);
    } finally {
      await close();
    }
  },
);

browserTest(test, 'without a call the page says how to make one', async (t) => {
  const { page, close } = await openLive([]);
  try {
    await page.getByText('진행 중인 통화가 없습니다').waitFor();
    t.is(await page.getByRole('link', { name: '브라우저 전화로 가기' }).getAttribute('href'), '/phone');
  } finally {
    await close();
  }
});

async function openLive(calls: LiveCall[], prepare: (page: Page) => Promise<void> = async () => undefined) {
  const api = await startFakeApi({
    folder: await builtConsole(),
    greeting: () => [{ event: 'snapshot', data: { calls } }],
    answers: graphAnswer,
  });
  const browser = await launchChromium();
  const { page } = await openPage(browser, api.origin);
  await prepare(page);
  await page.goto('/live');
  await until(() => api.streams() === 1, 'the page reads the stream');
  return {
    api: { api, calls },
    page,
    close: async () => {
      await browser.close();
      await api.close();
    },
  };
}

/** Every call moves on once in EVERY_MS, spread evenly, for WATCHED_MS. */
async function feed(api: FakeApi, calls: LiveCall[]): Promise<void> {
  const tick = 50;
  const perTick = (calls.length * tick) / EVERY_MS;
  const end = performance.now() + WATCHED_MS;
  for (let at = 0; performance.now() < end; at += perTick) {
    for (let one = at; one < at + perTick; one += 1) {
      const index = one % calls.length;
      const call = calls[index];
      if (call === undefined) continue;
      const next = moved(call, Date.now());
      calls[index] = next;
      api.send('call', next);
    }
    if (at % 1_000 === 0) api.send('beat', { at: new Date().toISOString() });
    await new Promise((resolve) => setTimeout(resolve, tick));
  }
}

/** Begins to count; tells the time that the page's main thread was busy since then, s. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
}
