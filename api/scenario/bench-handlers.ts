import type { RequestHandler, Response } from 'express';
import { CheckOrder, SimulateOrder } from '../../contracts/api/scenarios.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { benchOf, type ScenarioParts } from './scenario-parts.ts';
import type { BenchCompany } from './workbench.ts';

const companyOf = (response: Response): BenchCompany => {
  const actor = actorOf(response);
  return { actor, tenant: ownTenant(actor) };
};

/** `POST /api/v1/scenarios/check`. */
export const checkDocument =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const company = companyOf(response);
    const { document, explore } = CheckOrder.parse(request.body);
    render(request, response, 'scenarioCheck', await benchOf(parts).check(company, document, explore));
  };

/** `POST /api/v1/scenarios/simulate`. */
export const simulateDocument =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const company = companyOf(response);
    const { document, given } = SimulateOrder.parse(request.body);
    const view = await benchOf(parts).simulate(company, document, given);
    render(request, response, 'scenarioSimulation', view);
  };
