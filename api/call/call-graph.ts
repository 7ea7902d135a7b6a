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
    const { scenario } = await findCall(parts, actor, id);
    const version =
      scenario === null ? undefined : await parts.repositories.callScenarios.document(actor, scenario);
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

const toPart = (id: string, name: string, { entry, blocks }: SubScenario): GraphPart => ({
  id,
  name,
  entry,
  blocks: Object.entries(blocks).map(([block, body]) => ({
    id: block,
    type: body.type,
    label: body.label ?? null,
    next: 'next' in body ? Object.entries(body.next).map(([outcome, target]) => ({ outcome, target })) : [],
    part: body.type === 'subScenario' ? body.part : null,
  })),
});
