import type { RequestHandler } from 'express';
import {
  RunTestsOrder,
  ScenarioParams,
  ScenarioTestDraft,
  type ScenarioTestListView,
  ScenarioTestParams,
  type ScenarioTestView,
} from '../../contracts/api/scenarios.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioTestRow } from '../../db/repositories/scenario-tests.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { render } from '../http/render.ts';
import { benchOf, found, type ScenarioParts, scenarioOf } from './scenario-parts.ts';

const toView = ({ updatedAt, ...test }: ScenarioTestRow): ScenarioTestView => ({
  ...test,
  updatedAt: iso(updatedAt),
});

/** `GET /api/v1/scenarios/{id}/tests`. */
export const listTests =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { actor } = await scenarioOf(parts, response, id);
    const tests = await parts.repositories.scenarioTests.list(actor, id);
    const view: ScenarioTestListView = { tests: tests.map(toView) };
    render(request, response, 'scenarioTestList', view);
  };

/** `POST /api/v1/scenarios/{id}/tests`. */
export const createTest =
  ({ repositories }: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const draft = ScenarioTestDraft.parse(request.body);
    const row = found(await repositories.scenarioTests.create(actorOf(response), id, draft));
    render(request, response, 'scenarioTest', toView(row));
  };

/** `PUT /api/v1/scenarios/{id}/tests/{test}`. */
export const changeTest =
  ({ repositories }: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id, test } = ScenarioTestParams.parse(request.params);
    const draft = ScenarioTestDraft.parse(request.body);
    const row = await repositories.scenarioTests.change(actorOf(response), id, test, draft);
    if (row === undefined) throw noTest();
    render(request, response, 'scenarioTest', toView(row));
  };

/** `DELETE /api/v1/scenarios/{id}/tests/{test}`. */
export const removeTest =
  ({ repositories }: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id, test } = ScenarioTestParams.parse(request.params);
    if (!(await repositories.scenarioTests.remove(actorOf(response), id, test))) throw noTest();
    response.status(204).end();
  };

/** `POST /api/v1/scenarios/{id}/tests/run`: against the draft, or against a document that is not saved yet. */
export const runTests =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { document } = RunTestsOrder.parse(request.body);
    const { actor, row } = await scenarioOf(parts, response, id);
    const cases = await parts.repositories.scenarioTests.list(actor, id);
    const company = { actor, tenant: row.tenant };
    const run = await benchOf(parts).runTests(company, document ?? row.document, cases);
    render(request, response, 'scenarioTestRun', run);
  };

const noTest = (): CallwrightError => new CallwrightError('request/not-found', 'no such test');
