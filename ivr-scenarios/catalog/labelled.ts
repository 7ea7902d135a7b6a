import type { ScenarioDraft } from '../../contracts/scenario/document.ts';

/** Gives blocks the names that people read in records and pictures; every block has one. */
export function labelled<const B extends ScenarioDraft['blocks']>(
  blocks: B,
  labels: Readonly<Record<keyof B, string>>,
): ScenarioDraft['blocks'] {
  return Object.fromEntries(
    Object.entries(blocks).map(([id, block]) => [id, { ...block, label: labels[id] ?? id }]),
  );
}
