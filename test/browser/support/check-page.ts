import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Finding = {
  id: string;
  impact: string | null;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
};

/**
 * No serious or critical finding of axe. It comes in through the debugging protocol, so the page keeps its content
 * security policy.
 */
export async function checkAccessible(t: ExecutionContext, page: Page, where: string): Promise<void> {
  await page.evaluate(axe);
  const findings = await page.evaluate<Finding[]>('axe.run().then(({ violations }) => violations)');
  const bad = findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
    );
  t.deepEqual(bad, [], `${where}: findings of axe`);
}

/** Widths of a phone, a tablet, a small and a large desk, CSS px. */
export const WIDTHS = [360, 768, 1_024, 1_440] as const;

/** In the page: what reaches beyond the right edge, if the page can be moved sideways. */
const WIDER = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => element.tagName + ' ' + element.getAttribute('class'))
    .slice(0, 5);
})()`;

/**
 * In the page: short words that stand on two lines because their place is narrower than they are, and cells of tables
 * that reach beyond the window, which a container may hide from the width of the page.
 */
const SQUEEZED = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  // Said to screen readers only: clipped to a pixel. Codes and addresses may break anywhere.
  const clipped = (element) =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || clipped(element.parentElement));
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement?.checkVisibility() || clipped(text.parentElement)) continue;
    if (text.parentElement.closest('code, .cw-breaks') !== null) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\p{N}]{2,12}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push('broken word: ' + word);
    }
  }
  const { clientWidth } = document.documentElement;
  for (const cell of document.querySelectorAll('td'))
    if (cell.checkVisibility() && cell.getBoundingClientRect().right > clientWidth + 1)
      found.push('cell outside: ' + cell.textContent.slice(0, 30));
  return found.slice(0, 8);
})()`;

/** At none of the widths the page is wider than the window or breaks short words. */
export async function checkNoOverflow(t: ExecutionContext, page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const wider = await page.evaluate<string[]>(WIDER);
    t.deepEqual(wider, [], `${where} at ${width} px`);
    t.deepEqual(await page.evaluate<string[]>(SQUEEZED), [], `${where} at ${width} px`);
  }
  if (before !== null) await page.setViewportSize(before);
}
