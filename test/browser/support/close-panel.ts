import type { Page } from 'playwright-core';

/** Closes what is open by Escape and waits until it is gone: what lay under it can be pressed again. */
export async function closePanel(page: Page): Promise<void> {
  const open = page.locator('dialog[open]');
  await page.keyboard.press('Escape');
  await open.first().waitFor({ state: 'hidden' });
}
