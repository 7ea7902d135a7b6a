import type { Workbench } from '../../api/scenario/workbench.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Runtime } from '../roles/runtime.ts';
import { createWaitUntilSpread, type WaitUntilSpread } from './wait-until-spread.ts';

/** A file of ten minutes goes over a slow line in this time; the person who publishes waits for it, ms. */
const SPREAD_MS = 8_000;
const OWN = /u\/[0-9a-f]{32}\.wav/g;

/** Files of companies that compiled parts name. */
export const ownPathsIn = (parts: unknown): string[] => [
  ...new Set(JSON.stringify(parts ?? null).match(OWN) ?? []),
];

async function requireSpread(wait: WaitUntilSpread, parts: unknown): Promise<void> {
  const missing = await wait(ownPathsIn(parts), SPREAD_MS);
  if (missing.length === 0) return;
  const nodes = [...new Set(missing.map(({ node }) => node))].join(', ');
  throw new CallwrightError(
    'switch/not-sent',
    `prompts are not on every switch yet (${nodes}). Is its media worker running? Try again in a moment`,
  );
}

/** What may be published goes live only when every node has its files. */
export const spreadBeforePublish = <Bench extends Workbench>(bench: Bench, wait: WaitUntilSpread): Bench => ({
  ...bench,
  async publishable(company, document, tests) {
    const publishable = await bench.publishable(company, document, tests);
    if (publishable.version !== null) await requireSpread(wait, publishable.version.parts);
    return publishable;
  },
});

/** An older version goes live again only when every node has its files again: they may have gone meanwhile. */
export const spreadBeforeRollBack = (
  tables: Pick<Repositories, 'scenarios' | 'scenarioVersions'>,
  wait: WaitUntilSpread,
): Repositories['scenarios'] => ({
  ...tables.scenarios,
  async rollBack(actor, id, hash) {
    const { scenarioVersions, scenarios } = tables;
    const partIds = (await scenarioVersions.entry(actor, hash))?.partIds ?? [];
    const parts = await Promise.all(partIds.map((part) => scenarioVersions.part(actor, hash, part)));
    await requireSpread(wait, parts);
    return scenarios.rollBack(actor, id, hash);
  },
});

/** Bench and tables of the api, which publish and roll back only what every switch can play. */
export function withSpread<Bench extends Workbench>(
  { tables, nodes }: Pick<Runtime, 'tables' | 'nodes'>,
  bench: Bench,
): { repositories: Repositories; workbench: Bench } {
  const wait = createWaitUntilSpread({
    promptSpread: tables.promptSpread,
    nodes: nodes.map(({ node }) => node),
  });
  return {
    repositories: { ...tables, scenarios: spreadBeforeRollBack(tables, wait) },
    workbench: spreadBeforePublish(bench, wait),
  };
}
