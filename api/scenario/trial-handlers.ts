import type { RequestHandler } from 'express';
import { ScenarioParams, TrialOrder, type TrialView } from '../../contracts/api/scenarios.ts';
import { iso } from '../http/iso.ts';
import { render } from '../http/render.ts';
import { admit, named } from './document-gate.ts';
import { benchOf, found, type ScenarioParts, scenarioOf } from './scenario-parts.ts';

/**
 * `POST /api/v1/scenarios/{id}/trial`: judged as at publication but for the kept tests, which may be what is being worked
 * on. With errors nothing changes, and the answer says why.
 */
export const openTrial =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const order = TrialOrder.parse(request.body);
    const { actor, row } = await scenarioOf(parts, response, id);
    admit(order.document);
    const document = named(order.document, row.name);
    const bench = benchOf(parts);
    const { problems, version } = await bench.publishable({ actor, tenant: row.tenant }, document, []);
    const view: TrialView = { number: null, until: null, problems };
    if (version !== null) {
      const draft = { ...version, document };
      const trial = found(await parts.repositories.trials.open(actor, id, draft, Date.now()));
      view.number = trial.number;
      view.until = iso(trial.until);
    }
    render(request, response, 'scenarioTrial', view);
  };
