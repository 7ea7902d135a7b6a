import { useSyncExternalStore } from 'react';
import type { Link, LinkState } from './stream.ts';

/** Requests without a stream come every 15 s at least: one that failed may be chance, two are not. */
const STALE_AFTER_MS = 20_000;

/** Later ones are worse: what the top bar shows is the worst of what a page has open. */
const ORDER: readonly LinkState[] = ['connected', 'connecting', 'reconnecting', 'stale'];

const links = new Map<symbol, Link>();
const listeners = new Set<() => void>();
/** Of ordinary requests: shown while no stream is open. */
let asked: Link = { state: 'connecting', heardAt: null };
let shown: Link = asked;

function update(): void {
  const worst = [...links.values()].toSorted((a, b) => ORDER.indexOf(b.state) - ORDER.indexOf(a.state))[0];
  const next = worst ?? asked;
  if (next.state === shown.state && (next.heardAt === shown.heardAt || next.state === 'connected')) return;
  shown = next;
  for (const changed of listeners) changed();
}

/** Says how a stream is doing; undefined when it is closed. */
export function reportLink(stream: symbol, link: Link | undefined): void {
  if (link === undefined) links.delete(stream);
  else links.set(stream, link);
  update();
}

/** Says how the last ordinary request went: answered at `at` (epoch ms), or not at all. */
export function reportAnswer(answered: boolean, at: number): void {
  if (answered) asked = { state: 'connected', heardAt: at };
  else if (asked.heardAt !== null)
    asked = { state: at - asked.heardAt > STALE_AFTER_MS ? 'stale' : 'reconnecting', heardAt: asked.heardAt };
  update();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The connection of this page to the api. */
export const useConnection = (): Link => useSyncExternalStore(subscribe, () => shown);
