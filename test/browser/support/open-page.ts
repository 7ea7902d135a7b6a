import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sessionOf } from '../../../api/testing/test-user.ts';
import type { User } from '../../../db/repositories/users.ts';
import type { TestDatabase } from '../../../db/testing/test-database.ts';

export type Look = {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'ko' | 'en';
};

export type OpenedPage = {
  readonly page: Page;
  /** Scripts that failed and what the content security policy stopped; a test ends with none. */
  readonly faults: readonly string[];
};

/** A fresh browser profile with a page; nobody is signed in. */
export async function openPage(browser: Browser, origin: string, look: Look = {}): Promise<OpenedPage> {
  const { width = 1_440, theme = 'light', language = 'ko' } = look;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: width < 768 ? 780 : 900 },
    colorScheme: theme,
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    reducedMotion: 'reduce',
    hasTouch: width < 768,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

/** Signs the account in without the form: its session's cookie is laid into the profile. */
export async function signInAs(
  context: BrowserContext,
  origin: string,
  db: TestDatabase,
  user: User,
): Promise<void> {
  const { Cookie } = await sessionOf(db, user);
  const [name = '', value = ''] = Cookie.split('=');
  const url = origin.replace(/^http:/, 'https:');
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }]);
}
