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

/** Widths of a phone, a tablet and a desk, CSS px. */
export const WIDTHS = [360, 768, 1_440] as const;

/** In the page: what reaches beyond the right edge, if the page can be moved sideways. */
const WIDER = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => element.tagName + ' ' + element.getAttribute('class'))
    .slice(0, 5);
})()`;

/** At none of the widths the page is wider than the window. */
export async function checkNoOverflow(t: ExecutionContext, page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const wider = await page.evaluate<string[]>(WIDER);
    t.deepEqual(wider, [], `${where} at ${width} px`);
  }
  if (before !== null) await page.setViewportSize(before);
}
