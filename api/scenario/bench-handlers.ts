import type { RequestHandler, Response } from 'express';
import { CheckOrder, SimulateOrder } from '../../contracts/api/scenarios.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { benchOf, type ScenarioParts, scenarioOf } from './scenario-parts.ts';
import type { BenchCompany } from './workbench.ts';

/** The company of the scenario that is worked on: an administrator of the platform works on another one's. */
async function companyOf(
  parts: ScenarioParts,
  response: Response,
  scenario: string | undefined,
): Promise<BenchCompany> {
  if (scenario !== undefined) {
    const { actor, row } = await scenarioOf(parts, response, scenario);
    return { actor, tenant: row.tenant };
  }
  const actor = actorOf(response);
  return { actor, tenant: ownTenant(actor) };
}

/** `POST /api/v1/scenarios/check`. */
export const checkDocument =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { document, explore, scenario } = CheckOrder.parse(request.body);
    const company = await companyOf(parts, response, scenario);
    render(request, response, 'scenarioCheck', await benchOf(parts).check(company, document, explore));
  };

/** `POST /api/v1/scenarios/simulate`. */
export const simulateDocument =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { document, given, scenario } = SimulateOrder.parse(request.body);
    const company = await companyOf(parts, response, scenario);
    const view = await benchOf(parts).simulate(company, document, given);
    render(request, response, 'scenarioSimulation', view);
  };
