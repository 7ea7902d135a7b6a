import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { CallCommandBody } from '../../contracts/api/call-command.ts';
import { CallParams } from '../../contracts/api/calls.ts';
import type { CallCommand } from '../../contracts/call/workflow.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import { actorOf } from '../http/identity.ts';
import type { CallParts } from './call-parts.ts';
import { findCall } from './find-call.ts';

/** Tells a call's workflow; `ended` when there is none that runs. `temporal/unavailable` when nobody answers. */
export type CallCommander = (call: CallId, command: CallCommand) => Promise<'told' | 'ended'>;

/**
 * `POST /api/v1/calls/{id}/command`: 204 once the workflow has it. Recorded before it is told, with whoever wanted it:
 * a caller who was sent away must not be sent away by nobody.
 */
export const commandCall = (parts: CallParts): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { id } = CallParams.parse(request.params);
    const { command } = CallCommandBody.parse(request.body);
    const { tenant, state } = await findCall(parts, actor, id);
    if (state === 'ended') throw over();
    const effect = randomUUID();
    await parts.repositories.auditLog.append(actor, {
      effect,
      tenant,
      action: 'call.command',
      subject: id,
      detail: { command },
    });
    if (parts.callCommander === undefined)
      throw new CallwrightError('temporal/unavailable', 'calls cannot be told anything here');
    if ((await parts.callCommander(id, { id: effect, command })) === 'ended') throw over();
    response.status(204).end();
  };
};

const over = (): CallwrightError =>
  new CallwrightError('request/conflict', 'this call is over: nobody is there who could be told');
