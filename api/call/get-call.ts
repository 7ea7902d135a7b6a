import type { RequestHandler } from 'express';
import { CallParams } from '../../contracts/api/calls.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { withRecordings } from '../recording/find-recordings.ts';
import type { CallParts } from './call-parts.ts';
import { toCallDetailView } from './call-view.ts';
import { findCall } from './find-call.ts';

/** `GET /api/v1/calls/{id}`: one call with its steps and what was dialled for it. */
export const getCall = (parts: CallParts): RequestHandler => {
  const { callSteps, callScenarios, dialAttempts } = parts.repositories;
  return async (request, response) => {
    const actor = actorOf(response);
    const { id } = CallParams.parse(request.params);
    const row = await findCall(parts, actor, id);
    const [steps, attempts, names] = await Promise.all([
      callSteps.ofCall(actor, id),
      dialAttempts.ofCall(actor, id),
      callScenarios.names(actor, row.scenario === null ? [] : [row.scenario]),
    ]);
    const heard = await withRecordings(steps, id, parts.recordingsDir);
    render(request, response, 'call', toCallDetailView(row, names, heard, attempts));
  };
};
