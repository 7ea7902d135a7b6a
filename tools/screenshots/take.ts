import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Look, openPage, signInAs } from '../../test/browser/support/open-page.ts';
import { type Camera, callIn, type Shot } from './stage.ts';

/** Both languages, both themes, a phone and a desk. */
export const LOOKS: readonly Required<Look>[] = (['ko', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [360, 1_440].map((width) => ({ language, theme, width }))),
);

/** For pictures that arrive after their data: fonts, drawings of graphs. */
const SETTLE_MS = 700;

/** Takes all shots in one look, in one profile; returns what went wrong in the pages. */
export async function takeLook(
  { browser, engine, stage }: Camera,
  shots: readonly Shot[],
  look: Required<Look>,
  folder: string,
): Promise<readonly string[]> {
  const { page, faults } = await openPage(browser, stage.origin, look);
  const { language, theme, width } = look;
  const into = join(folder, `${language}-${theme}-${width}`);
  mkdirSync(into, { recursive: true });
  const notes: string[] = [];
  for (const shot of shots.toSorted((a, b) => Number(a.signedIn) - Number(b.signedIn))) {
    if (shot.signedIn && (await page.context().cookies(stage.origin.replace('http:', 'https:'))).length === 0)
      await signInAs(page.context(), stage.origin, engine.database, stage.user);
    if (shot.name === 'live') await callIn(engine);
    // Two addresses that differ behind the # only would be one page.
    await page.goto('about:blank');
    await page.goto(shot.path);
    await page
      .locator('h1')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => notes.push(`${shot.name}: no heading`));
    await pause(SETTLE_MS);
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (wider > 0) notes.push(`${shot.name}: ${wider} px too wide`);
    await page.screenshot({ path: join(into, `${shot.name}.png`), fullPage: true });
  }
  await page.context().close();
  return [...notes, ...faults].map((words) => `${language} ${theme} ${width}: ${words}`);
}
