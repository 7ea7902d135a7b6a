import type { BenchCompany } from '../../api/scenario/workbench.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { LinkedScenarios } from './job.ts';
import { compiledOf } from './parts-column.ts';

/** More would be a maze; a call to one that is not here finds no scenario. */
const AT_MOST = 20;
/** Bounded like the walk of the document itself. */
const NODES = 200_000;

/** The published versions to which calls can get from a document, also by way of each other. */
export async function linkedScenarios(
  { scenarioVersions }: Pick<Repositories, 'scenarioVersions'>,
  { actor, tenant }: BenchCompany,
  document: unknown,
): Promise<LinkedScenarios> {
  const linked: LinkedScenarios = {};
  let wanted = namedIn(document);
  while (wanted.length > 0 && Object.keys(linked).length < AT_MOST) {
    const room = AT_MOST - Object.keys(linked).length;
    const found = await scenarioVersions.liveParts(actor, tenant, wanted.slice(0, room));
    for (const { scenario, hash, parts } of found) linked[scenario] = { hash, compiled: compiledOf(parts) };
    const next = new Set(found.flatMap(({ parts }) => namedIn(parts)));
    wanted = [...next].filter((id) => !Object.hasOwn(linked, id));
  }
  return linked;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids that `toScenario` blocks name, wherever they stand; the document may be any JSON. */
function namedIn(document: unknown): string[] {
  const ids = new Set<string>();
  const stack: unknown[] = [document];
  for (let seen = 0; stack.length > 0 && seen < NODES; seen += 1) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    if ('type' in value && value.type === 'toScenario' && 'scenario' in value) {
      const id = String(value.scenario);
      if (UUID.test(id)) ids.add(id);
    }
    stack.push(...Object.values(value).slice(0, NODES));
  }
  return [...ids];
}
