/** Which rows of a long list are in the page: those in sight and a few beyond, so that scrolling shows no gap. */
export type RowWindow = {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
};

export type WindowInput = {
  readonly count: number;
  /** px; every row has the same height. */
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly viewHeight: number;
};

const BEYOND = 6;

/** Rows to draw; never more than fit in the view and 2 × 6 beyond, whatever the list's length. */
export function rowWindow({ count, rowHeight, scrollTop, viewHeight }: WindowInput): RowWindow {
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const top = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), count - 1));
  return { first: Math.max(0, top - BEYOND), end: Math.min(count, top + seen + BEYOND) };
}

/** Where to scroll so that a row is in sight, px; undefined if it is already. */
export function scrollToShow(index: number, input: Omit<WindowInput, 'count'>): number | undefined {
  const top = index * input.rowHeight;
  if (top < input.scrollTop) return top;
  const bottom = top + input.rowHeight;
  return bottom > input.scrollTop + input.viewHeight ? bottom - input.viewHeight : undefined;
}
