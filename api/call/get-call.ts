import type { RequestHandler } from 'express';
import { CallParams } from '../../contracts/api/calls.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { toCallDetailView } from './call-view.ts';

/** `GET /api/v1/calls/{id}`: one call with its steps and what was dialled for it. */
export const getCall = (
  db: Pick<Repositories, 'calls' | 'callSteps' | 'dialAttempts'>,
): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { id } = CallParams.parse(request.params);
    const row = await db.calls.get(actor, id);
    if (row === undefined) throw new CallwrightError('request/not-found', 'no such call');
    const [steps, attempts] = await Promise.all([
      db.callSteps.ofCall(actor, id),
      db.dialAttempts.ofCall(actor, id),
    ]);
    render(request, response, 'call', toCallDetailView(row, steps, attempts));
  };
};
