/** Parts of the designer between which F6 goes, in their order. */
export const AREAS = ['bar', 'palette', 'canvas', 'quick', 'panel'] as const;
export type Area = (typeof AREAS)[number];

const FIRST = '[data-first] :is(input, textarea, select), [data-first]:is(input, textarea, select)';
const FOCUSABLE = 'input:not(.cw-hidden), textarea, select, button, [tabindex="0"]';

/** What gets the focus in an area. In the canvas it is the block at hand, in the panel its first field. */
function entryPoint(area: Element): HTMLElement | null {
  const wanted = area.querySelector<HTMLElement>(FIRST);
  if (wanted !== null) return wanted;
  const block =
    area.querySelector<HTMLElement>('.cw-node[tabindex="0"]') ?? area.querySelector<HTMLElement>('.cw-node');
  if (block !== null) return block;
  return [...area.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.checkVisibility()) ?? null;
}

/** Puts the focus into an area (`exits`: where the outcome is chosen); false: it is not shown. */
export function focusArea(name: Area | 'exits' | 'search' | 'fields'): boolean {
  const area = document.querySelector(`.cw-designer [data-area="${name}"]`);
  if (area === null) return false;
  const target = area.matches('input, select')
    ? (area as HTMLElement)
    : name === 'fields'
      ? area.querySelector<HTMLElement>(FIRST)
      : entryPoint(area);
  target?.focus();
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
  return target !== null;
}

/** The area after (or before) the one that has the focus. */
export function nextArea(step: 1 | -1): void {
  const here = document.activeElement
    ?.closest(AREAS.map((area) => `[data-area="${area}"]`).join())
    ?.getAttribute('data-area');
  const start = AREAS.indexOf(here as Area);
  // From outside one begins at the picture.
  if (start < 0 && focusArea('canvas')) return;
  for (let count = 1; count <= AREAS.length; count += 1) {
    const area = AREAS[(Math.max(0, start) + (step + AREAS.length) * count) % AREAS.length];
    if (area !== undefined && focusArea(area)) return;
  }
}
