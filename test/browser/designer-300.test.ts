import test from 'ava';
import type { Page } from 'playwright-core';
import { openDesigner, useDesigner } from './designer-support.ts';
import { browserTest } from './support/use-browser.ts';

const { openAs } = useDesigner(test);

/** 300 blocks: 99 menus in a row, each with two announcements behind it. */
function threeHundred(): { blocks: Record<string, object> } & Record<string, unknown> {
  const blocks: Record<string, object> = { end: { type: 'hangup' } };
  const text = (index: number): object[] => [{ text: `안내 ${index}` }];
  for (let index = 0; index < 99; index += 1) {
    const onward = index < 98 ? `menu${index + 1}` : 'end';
    blocks[`menu${index}`] = {
      type: 'menu',
      prompts: text(index),
      noInputPrompts: text(index),
      wrongKeyPrompts: text(index),
      keys: { '1': 'one', '2': 'two' },
      next: { one: `a${index}`, two: `b${index}`, noInput: 'end', wrongKey: 'end' },
    };
    for (const name of ['a', 'b'])
      blocks[`${name}${index}`] = { type: 'play', prompts: text(index), next: { done: onward } };
  }
  blocks.start = { type: 'answer', next: { done: 'menu0' } };
  blocks.extra = { type: 'play', prompts: text(1), next: { done: 'end' } };
  return { schema: 1, name: '큰 시나리오', language: 'ko', entry: 'start', blocks };
}

/** Places in rows of twenty. */
const grid = ({ blocks }: { blocks: object }): object =>
  Object.fromEntries(
    Object.keys(blocks).map((id, index) => [
      `main/${id}`,
      { x: (index % 20) * 320, y: Math.floor(index / 20) * 240 },
    ]),
  );

/** How often each block on the screen was drawn. */
const drawn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate<Record<string, string>>(
    `Object.fromEntries([...document.querySelectorAll('.cw-node')].map((node) => [node.dataset.block, node.dataset.drawn]))`,
  );

browserTest(test, 'among 300 blocks a move draws three of them again at most', async (t) => {
  const opened = await openAs(t, 'company-admin', { width: 1_920 });
  const { page } = opened;
  const document = threeHundred();
  const id = await openDesigner(opened, { document });
  await opened.send('PUT', `/scenarios/${id}`, { name: '큰 시나리오', document, layout: grid(document) }, 1);
  await page.reload();
  const block = page.locator('[data-block="menu0"]');
  await page.locator('.cw-node').first().waitFor();
  await page.getByText('모두 저장됨').waitFor();
  // The first check of the document marks blocks; what it found stays the same from then on.
  await page.getByRole('tab', { name: /문제/ }).click();
  await page.locator('.cw-problems, .cw-notice').first().waitFor();
  await page.getByRole('button', { name: '화면에 맞추기' }).click();
  await page.locator('.cw-node').nth(299).waitFor();
  await block.click({ position: { x: 4, y: 4 }, force: true });
  const before = await drawn(page);
  t.is(Object.keys(before).length, 300);
  const box = await block.boundingBox();
  if (box === null) return t.fail('the block is not there');
  await page.mouse.move(box.x + 6, box.y + 3);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(box.x + 6 + step * 3, box.y + 3 + step * 2);
  await page.mouse.up();
  await page.locator('.cw-saved', { hasText: '저장하지 않은 변경' }).waitFor();
  const after = await drawn(page);
  const again = Object.keys(before).filter((id) => before[id] !== after[id]);
  t.log(`drawn again: ${again.join(', ')}`);
  t.true(again.includes('menu0'), 'the block that moved was drawn');
  t.true(again.length <= 3, again.join(', '));
});
