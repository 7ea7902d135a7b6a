import type { RequestHandler } from 'express';
import type { CallTechnicalView } from '../../contracts/api/call-technical.ts';
import { CallParams } from '../../contracts/api/calls.ts';
import { callWorkflowId } from '../../contracts/call/names.ts';
import { CallwrightError, isCallwrightError } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { ReadHistory } from './call-history.ts';
import type { CallParts } from './call-parts.ts';
import { findCall } from './find-call.ts';
import { technicalEntries } from './technical-entries.ts';

/** `GET /api/v1/calls/{id}/technical`: what happened underneath. Without Temporal, what the story says of it. */
export const callTechnical = (parts: CallParts): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { id } = CallParams.parse(request.params);
    const row = await findCall(parts, actor, id);
    const [steps, history] = await Promise.all([
      parts.repositories.callSteps.ofCall(actor, id),
      readHistory(parts, id),
    ]);
    const view: CallTechnicalView = {
      workflowId: callWorkflowId(id),
      node: row.node,
      coreUuid: row.coreUuid,
      temporalUrl: typeof history === 'string' ? null : history.page,
      history: typeof history === 'string' ? history : 'complete',
      entries: technicalEntries(typeof history === 'string' ? [] : history.entries, steps),
    };
    render(request, response, 'callTechnical', view);
  };
};

async function readHistory(parts: CallParts, call: CallId): Promise<ReadHistory | 'gone' | 'unavailable'> {
  try {
    if (parts.callHistory === undefined) throw new CallwrightError('temporal/unavailable', 'no history here');
    return (await parts.callHistory(call)) ?? 'gone';
  } catch (error) {
    if (isCallwrightError(error) && error.code === 'temporal/unavailable') return 'unavailable';
    throw error;
  }
}
