import type { RequestHandler } from 'express';
import type { CallGraphView, GraphPart } from '../../contracts/api/call-graph.ts';
import { CallParams } from '../../contracts/api/calls.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { Scenario, type SubScenario } from '../../contracts/scenario/document.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { CallScenario } from '../../db/repositories/call-scenarios.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { CallParts } from './call-parts.ts';
import { findCall } from './find-call.ts';

/** `GET /api/v1/calls/{id}/graph`: the scenario version that the call kept, as blocks and named outcomes. */
export const callGraph = (parts: CallParts): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { id } = CallParams.parse(request.params);
    const { scenario, tenant } = await findCall(parts, actor, id);
    const version =
      scenario === null
        ? undefined
        : await parts.repositories.callScenarios.document(actor, tenant, scenario);
    if (version === undefined) throw new CallwrightError('request/not-found', 'this call has no scenario');
    render(request, response, 'scenarioGraph', toGraph(version));
  };
};

/** The document and not its compiled parts: only people's document has the labels that people gave. */
function toGraph({ hash, name, version, document }: CallScenario): CallGraphView {
  const scenario = Scenario.parse(document);
  return {
    name,
    version,
    hash,
    entry: `${MAIN_PART}/${scenario.entry}`,
    parts: [
      toPart(MAIN_PART, name, scenario),
      ...Object.entries(scenario.subScenarios).map(([id, part]) => toPart(id, id, part)),
    ],
  };
}

function toPart(
  id: string,
  name: string,
  { entry, blocks }: Pick<SubScenario, 'entry' | 'blocks'>,
): GraphPart {
  return {
    id,
    name,
    entry,
    blocks: [...reached(entry, blocks)].flatMap((block) => {
      const body = blocks[block];
      if (body === undefined) return [];
      const next = 'next' in body ? Object.entries(body.next) : [];
      return {
        id: block,
        type: body.type,
        label: body.label ?? null,
        next: next.map(([outcome, target]) => ({ outcome, target })),
        part: body.type === 'subScenario' ? body.part : null,
      };
    }),
  };
}

/** Blocks in the order in which a call can get to them, then the others: jsonb does not keep its author's. */
function reached(entry: string, blocks: SubScenario['blocks']): Set<string> {
  const found = new Set([entry]);
  // A set is walked to its end, also over what is added meanwhile.
  for (const id of found) {
    const block = blocks[id];
    if (block !== undefined && 'next' in block)
      for (const target of Object.values(block.next)) found.add(target);
  }
  for (const id of Object.keys(blocks)) found.add(id);
  return found;
}
