import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { openAllDay } from '../../workers/setup/demo-numbers.ts';
import { ensureAdministrator, FIRST_ADMINISTRATOR } from '../../workers/setup/first-sign-in.ts';
import type { TestEngine } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { type Look, openPage, signInAs } from './support/open-page.ts';

/** The main line, open day and night: a test has no office hours. */
export const openMainLine = (): ScenarioDraft => openAllDay(mainLine, '대표번호');

/** A profile in which the demo company's administrator is signed in. */
export async function openProfile(
  engine: TestEngine,
  browser: Browser,
  look?: Look,
): Promise<{ context: BrowserContext; faults: readonly string[] }> {
  const origin = `http://127.0.0.1:${engine.port}`;
  const { page, faults } = await openPage(browser, origin, look);
  const user = await ensureAdministrator(engine.database.repositories, FIRST_ADMINISTRATOR, 'company-admin');
  await signInAs(page.context(), origin, engine.database, user);
  return { context: page.context(), faults };
}

/** A telephone in a tab of its own, registered; with `line`, as that extension. */
export async function openPhonePage(context: BrowserContext, line?: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/phone');
  await page.getByText('등록됨').waitFor();
  if (line !== undefined) {
    await page.getByLabel('내선 번호').selectOption(line);
    await page.waitForResponse(
      (response) => response.url().endsWith(`/phone/lines/${line}`) && response.ok(),
    );
    await page.getByText('등록됨').waitFor();
  }
  return page;
}

/** At once, instead of after the time that a line outlives its page: the next test wants the same numbers. */
export async function giveLinesBack(context: BrowserContext): Promise<void> {
  const page = context.pages().find((one) => one.url().startsWith('http'));
  await page?.evaluate(async () => {
    const { lines } = (await (await fetch('/api/v1/phone')).json()) as {
      lines: { number: string; mine: boolean }[];
    };
    const headers = { 'X-Callwright': '1' };
    for (const { number } of lines.filter(({ mine }) => mine))
      await fetch(`/api/v1/phone/lines/${number}`, { method: 'DELETE', headers });
  });
}

/** Runs in the page before its own scripts: counts the pieces of a voice that are played. */
export function countVoices(): void {
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...when) {
    document.documentElement.dataset['voices'] = String(
      Number(document.documentElement.dataset['voices'] ?? 0) + 1,
    );
    start.apply(this, when);
  };
}

export const voicesPlayed = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset['voices'] ?? 0));

/** What the telephone's audio element plays, and how far its position is from the switch's, ms. */
export type Playing = { readonly prompt: string; readonly offMs: number };

export const playing = (page: Page): Promise<Playing | undefined> =>
  page.evaluate(() => {
    const element = document.querySelector('audio');
    if (element === null || element.paused || element.currentTime === 0) return undefined;
    const due = Date.now() - Number(element.dataset['startedAt']);
    return {
      prompt: decodeURIComponent(new URL(element.src).pathname.replace('/api/v1/prompts/', '')),
      offMs: element.currentTime * 1_000 - due,
    };
  });

/** Resolves as soon as the page plays this prompt. */
export const hears = (page: Page, prompt: string): Promise<Playing> =>
  until(async () => {
    const now = await playing(page);
    return now?.prompt === prompt && now;
  }, `the page plays ${prompt}`);
