import type { Request, RequestHandler, Response } from 'express';
import {
  NewScenario,
  type ScenarioConflict,
  ScenarioParams,
  ScenarioSave,
  type ScenarioSummaryList,
} from '../../contracts/api/scenarios.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioRow } from '../../db/repositories/scenario-row.ts';
import type { ScenarioDraftRow } from '../../db/repositories/scenarios.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { admit, named } from './document-gate.ts';
import { revisionOf, setRevisionTag } from './revision-tag.ts';
import { benchOf, found, type ScenarioParts, scenarioOf } from './scenario-parts.ts';
import { toScenarioView, toSummary } from './scenario-view.ts';

function answer(request: Request, response: Response, row: ScenarioRow): void {
  setRevisionTag(response, row.revision);
  render(request, response, 'scenario', toScenarioView(row));
}

/** `GET /api/v1/scenarios`. */
export const listScenarios =
  ({ repositories }: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const rows = await repositories.scenarios.list(actorOf(response));
    const view: ScenarioSummaryList = { scenarios: rows.map(toSummary) };
    render(request, response, 'scenarioSummaryList', view);
  };

/** `GET /api/v1/scenarios/{id}`. */
export const getScenario =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    answer(request, response, (await scenarioOf(parts, response, id)).row);
  };

/** `POST /api/v1/scenarios`: from a starting point, as a copy, or from a document that was exported. */
export const createScenario =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { name, from } = NewScenario.parse(request.body);
    const { document, layout } = await originOf(parts, response, from);
    admit(document);
    const draft = { name, document: named(document, name), layout };
    answer(request, response, await parts.repositories.scenarios.create(actor, ownTenant(actor), draft));
  };

type Origin = Pick<ScenarioDraftRow, 'document' | 'layout'>;

async function originOf(
  parts: ScenarioParts,
  response: Response,
  from: NewScenario['from'],
): Promise<Origin> {
  if ('document' in from) return { document: from.document, layout: {} };
  if ('scenario' in from) return (await scenarioOf(parts, response, from.scenario)).row;
  return { document: await benchOf(parts).startingPoint(from.startingPoint), layout: {} };
}

/** `PUT /api/v1/scenarios/{id}`: of two who edit the same revision the later one gets 409, with what the first one made. */
export const saveScenario =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = ScenarioParams.parse(request.params);
    const { name, document: sent, layout } = ScenarioSave.parse(request.body);
    const { scenarios } = parts.repositories;
    // Before the header: who may not see the scenario learns nothing else.
    found(await scenarios.get(actor, id));
    const revision = revisionOf(request);
    admit(sent);
    const document = named(sent, name);
    const result = found(await scenarios.save(actor, id, revision, { name, document, layout }));
    if ('saved' in result) return answer(request, response, result.saved);
    const current = toScenarioView(result.conflict);
    const difference = await benchOf(parts).difference(current.document, document);
    const view: ScenarioConflict = { current, difference };
    setRevisionTag(response, current.revision);
    render(request, response.status(409), 'scenarioConflict', view);
  };

/** `DELETE /api/v1/scenarios/{id}`. */
export const removeScenario =
  ({ repositories }: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    if (!(await repositories.scenarios.remove(actorOf(response), id)))
      throw new CallwrightError('request/not-found', 'no such scenario');
    response.status(204).end();
  };
