/** A block that goes over to the scenario: which scenario it stands in, and where. */
export type ScenarioUse = { id: string; name: string; place: string };

/** A scenario with what may name another. */
export type Named = { id: string; name: string; document: unknown; liveDocument?: unknown };

/** Blocks of the draft and of the live version that name the target; each place once. */
export function placesNaming({ id, name, document, liveDocument }: Named, target: string): ScenarioUse[] {
  const places = new Set([...placesIn(document, target), ...placesIn(liveDocument, target)]);
  return [...places].sort().map((place) => ({ id, name, place }));
}

/** A draft may be any JSON, so nothing of its shape is taken for granted. */
function placesIn(document: unknown, target: string): string[] {
  const parts = [['main', document], ...entries(field(document, 'subScenarios'))] as const;
  return parts.flatMap(([part, source]) =>
    entries(field(source, 'blocks'))
      .filter(([, block]) => field(block, 'type') === 'toScenario' && field(block, 'scenario') === target)
      .map(([block]) => `${part}/${block}`),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const entries = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
