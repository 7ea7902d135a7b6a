import type { ScenarioConflict, ScenarioView } from '../../../../../../contracts/api/scenarios.ts';
import { address } from '../../../../api/client.ts';
import { problemOf } from '../../../../api/problem.ts';
import type { Draft } from '../model/document.ts';

/** What came of a save. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly scenario: ScenarioView }
  | { readonly kind: 'conflict'; readonly conflict: ScenarioConflict };

/**
 * Saves a draft over a revision. Somebody else's save in between is an answer, not a failure; everything else is thrown
 * as an ApiProblem.
 */
export async function saveDraft(id: string, revision: number, draft: Draft): Promise<SaveAnswer> {
  const response = await fetch(address(`/scenarios/${id}`), {
    method: 'PUT',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'If-Match': `"${revision}"`,
      'X-Callwright': '1',
    },
    body: JSON.stringify({ name: draft.document.name, document: draft.document, layout: tidy(draft) }),
  });
  if (response.ok) return { kind: 'saved', scenario: (await response.json()) as ScenarioView };
  const copy = response.clone();
  const said: unknown = response.status === 409 ? await response.json().catch(() => null) : null;
  if (isConflict(said)) return { kind: 'conflict', conflict: said };
  throw await problemOf(copy);
}

const isConflict = (said: unknown): said is ScenarioConflict =>
  typeof said === 'object' && said !== null && 'current' in said && 'difference' in said;

/** Places of blocks that are there: what was deleted leaves none behind. */
function tidy({ document, layout }: Draft): Draft['layout'] {
  const there = (place: string): boolean => {
    const [part = '', id = ''] = place.split('/');
    const blocks = part === 'main' ? document.blocks : document.subScenarios?.[part]?.blocks;
    return blocks !== undefined && Object.hasOwn(blocks, id);
  };
  return Object.fromEntries(Object.entries(layout).filter(([place]) => there(place)));
}
