import type { Slot } from './open-phone.ts';

const tabKey = (slot: Slot): string => `callwright.phone.tab.${slot}`;
const lineKey = (slot: Slot): string => `callwright.phone.line.${slot}`;

/** A reloaded tab is the same tab, and keeps its line. */
export function tabOf(slot: Slot): string {
  const known = sessionStorage.getItem(tabKey(slot));
  if (known !== null) return known;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(tabKey(slot), fresh);
  return fresh;
}

/** What it was last in this tab, or undefined when it never had a line here: a reloaded page takes its line up again. */
export const chosenLine = (slot: Slot): string | undefined =>
  sessionStorage.getItem(lineKey(slot)) ?? undefined;

export const rememberLine = (slot: Slot, number: string): void =>
  sessionStorage.setItem(lineKey(slot), number);
