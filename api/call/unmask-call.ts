import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { CallParams, UnmaskBody, type UnmaskView } from '../../contracts/api/calls.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { CallParts } from './call-parts.ts';
import { findCall } from './find-call.ts';

/** `POST /api/v1/calls/{id}/unmask`: the whole numbers of a call. Recorded before they are answered, or not answered. */
export const unmaskCall = (parts: CallParts): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { id } = CallParams.parse(request.params);
    const { reason } = UnmaskBody.parse(request.body);
    const { tenant, caller, called } = await findCall(parts, actor, id);
    await parts.repositories.auditLog.append(actor, {
      effect: randomUUID(),
      tenant,
      action: 'call.unmask',
      subject: id,
      detail: { reason },
    });
    const view: UnmaskView = { caller, called };
    render(request, response, 'callNumbers', view);
  };
};
