import type { RequestHandler } from 'express';
import {
  DifferenceQuery,
  PublishOrder,
  type PublishView,
  RollBackOrder,
  ScenarioParams,
  type VersionListView,
  VersionParams,
  type VersionView,
} from '../../contracts/api/scenarios.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { ScenarioHash } from '../../contracts/ids.ts';
import type { ScenarioRow } from '../../db/repositories/scenario-row.ts';
import type { VersionDocument } from '../../db/repositories/scenario-versions.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { render } from '../http/render.ts';
import { benchOf, found, type ScenarioParts, scenarioOf } from './scenario-parts.ts';
import { toPublished, toSummary } from './scenario-view.ts';

/** `POST /api/v1/scenarios/{id}/publish`: with errors or failed tests nothing changes, and the answer says why. */
export const publishScenario =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { revision, note } = PublishOrder.parse(request.body);
    const { actor, row } = await scenarioOf(parts, response, id);
    if (row.revision !== revision)
      throw new CallwrightError(
        'request/conflict',
        'somebody saved this scenario meanwhile: look at it, then publish',
      );
    const { repositories } = parts;
    const { document, tenant } = row;
    const cases = await repositories.scenarioTests.list(actor, id);
    const { problems, tests, version } = await benchOf(parts).publishable({ actor, tenant }, document, cases);
    const view: PublishView = { published: null, problems, tests };
    if (version !== null) {
      const draft = { ...version, revision, document, note };
      const after = found(await repositories.scenarios.publish(actor, id, draft));
      view.published = toPublished(after.live);
    }
    render(request, response, 'publishedScenario', view);
  };

/** `POST /api/v1/scenarios/{id}/roll-back`: new calls get the older version; the draft stays as it is. */
export const rollBackScenario =
  ({ repositories }: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const hash = ScenarioHash.parse(RollBackOrder.parse(request.body).hash);
    const row = found(await repositories.scenarios.rollBack(actorOf(response), id, hash));
    render(request, response, 'scenarioSummary', toSummary(row));
  };

/** `GET /api/v1/scenarios/{id}/versions`. */
export const listVersions =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { actor } = await scenarioOf(parts, response, id);
    const rows = await parts.repositories.scenarioVersions.ofScenario(actor, id);
    const versions = rows.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) }));
    const view: VersionListView = { versions };
    render(request, response, 'scenarioVersionList', view);
  };

/** `GET /api/v1/scenarios/{id}/versions/{hash}`. */
export const getVersion =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id, hash } = VersionParams.parse(request.params);
    const { actor } = await scenarioOf(parts, response, id);
    const row = await parts.repositories.scenarioVersions.document(actor, id, ScenarioHash.parse(hash));
    const view: VersionView = versionFound(row);
    render(request, response, 'scenarioVersionDocument', view);
  };

/** `GET /api/v1/scenarios/{id}/difference`: between two versions, or a version and the draft. */
export const compareVersions =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { from, to } = DifferenceQuery.parse(request.query);
    const { actor, row } = await scenarioOf(parts, response, id);
    const side = async (name: string, { document }: ScenarioRow): Promise<unknown> => {
      if (name === 'draft') return document;
      const version = await parts.repositories.scenarioVersions.document(actor, id, ScenarioHash.parse(name));
      return versionFound(version).document;
    };
    const [before, after] = [await side(from, row), await side(to, row)];
    render(request, response, 'scenarioDifference', await benchOf(parts).difference(before, after));
  };

function versionFound(row: VersionDocument | undefined): VersionDocument {
  if (row === undefined) throw new CallwrightError('scenario/not-found', 'this scenario has no such version');
  return row;
}
