import type { RequestHandler } from 'express';
import {
  FiguresQuery,
  type FiguresView,
  type OccupancyView,
  ScenarioParams,
  type UsesView,
} from '../../contracts/api/scenarios.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { render } from '../http/render.ts';
import { type ScenarioParts, scenarioOf } from './scenario-parts.ts';

/** Figures are counted when they are asked for, so a period has an end. */
const LONGEST_MS = 31 * 24 * 60 * 60_000;

/** `GET /api/v1/scenarios/{id}/uses`. */
export const getUses =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { actor, row } = await scenarioOf(parts, response, id);
    const view: UsesView = {
      numbers: row.numbers,
      scenarios: await parts.repositories.scenarios.uses(actor, id),
    };
    render(request, response, 'scenarioUses', view);
  };

/** `GET /api/v1/scenarios/{id}/figures`. */
export const getFigures =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { from, to } = FiguresQuery.parse(request.query);
    if (to <= from || to - from > LONGEST_MS)
      throw new CallwrightError('request/invalid', 'a period ends after it begins, and within 31 days');
    const { actor } = await scenarioOf(parts, response, id);
    const view: FiguresView = await parts.repositories.scenarioFigures.period(actor, id, { from, to });
    render(request, response, 'scenarioFigures', view);
  };

/** `GET /api/v1/scenarios/{id}/occupancy`. */
export const getOccupancy =
  (parts: ScenarioParts): RequestHandler =>
  async (request, response) => {
    const { id } = ScenarioParams.parse(request.params);
    const { actor } = await scenarioOf(parts, response, id);
    const view: OccupancyView = await parts.repositories.scenarioFigures.occupancy(actor, id);
    render(request, response, 'scenarioOccupancy', view);
  };
