import type { RequestHandler } from 'express';
import { UsageQuery, type UsageView } from '../../contracts/api/usage.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';

export type UsageParts = {
  repositories: Pick<Repositories, 'usage' | 'prices'>;
  clock?: (() => number) | undefined;
};

/** A year and some: a line per day, company and kind grows with it. */
const LONGEST_MS = 400 * 86_400_000;

/** `GET /api/v1/usage`. */
export const listUsage =
  ({ repositories }: UsageParts): RequestHandler =>
  async (request, response) => {
    const { from, to } = UsageQuery.parse(request.query);
    if (to < from || to - from > LONGEST_MS)
      throw new CallwrightError('request/invalid', 'ask for 400 days or fewer, from before to');
    const view: UsageView = { days: await repositories.usage.list(actorOf(response), { from, to }) };
    render(request, response, 'usage', view);
  };
