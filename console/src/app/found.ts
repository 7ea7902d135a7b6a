import type { Page } from './pages.ts';

/** One line of the search: a page by its name, or (label null) the call list filtered by the text. */
export type Found = { readonly to: string; readonly label: string | null; readonly text: string };

/** Ids of calls: UUIDs, as the address of a call's page has them. */
const CALL_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a text leads to among these pages; a whole call id leads to its page at once. */
export function foundFor(
  given: string,
  pages: readonly Page[],
  titleOf: (key: Page['title']) => string,
): readonly Found[] {
  const text = given.trim();
  if (text === '') return [];
  const wanted = text.toLowerCase();
  const named = pages
    .filter(({ path, title }) => !path.includes(':') && titleOf(title).toLowerCase().includes(wanted))
    .map(({ path, title }) => ({ to: path, label: titleOf(title), text }))
    .toSorted((a, b) => rank(a.label, wanted) - rank(b.label, wanted));
  if (!pages.some(({ path }) => path === '/calls')) return named;
  const to = CALL_ID.test(text) ? `/calls/${text.toLowerCase()}` : `/calls?q=${encodeURIComponent(text)}`;
  const calls: Found = { to, label: null, text };
  // A number can only mean a call; a word more often means a page.
  return /[0-9]/.test(text) ? [calls, ...named] : [...named, calls];
}

/** The very name comes first, then those that begin so, then the rest in the order of the menu. */
function rank(label: string, wanted: string): number {
  const name = label.toLowerCase();
  if (name === wanted) return 0;
  return name.startsWith(wanted) ? 1 : 2;
}
