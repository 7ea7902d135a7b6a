import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import { RecordingParams } from '../../contracts/api/calls.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CallParts } from '../call/call-parts.ts';
import { findCall } from '../call/find-call.ts';
import { actorOf } from '../http/identity.ts';
import { withRecordings } from './find-recordings.ts';

/** A player asks for a file in many pieces: within this time they are one listening in the audit log, ms. */
const ONE_LISTENING_MS = 600_000;

/**
 * `GET /api/v1/calls/{id}/recordings/{file}`: a message that a caller left, with ranges. Only a name that stands in the
 * call's own story is looked up, so that no path can be asked for.
 */
export const sendRecording = (parts: CallParts, now: () => number): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { id, file } = RecordingParams.parse(request.params);
    const { recordingsDir } = parts;
    const call = await findCall(parts, actor, id);
    const steps = await withRecordings(
      await parts.repositories.callSteps.ofCall(actor, id),
      id,
      recordingsDir,
    );
    if (recordingsDir === undefined || !steps.some(({ recording }) => recording === file))
      throw noRecording();
    await parts.repositories.auditLog.append(actor, {
      effect: listeningOf(actor, file, now()),
      tenant: call.tenant,
      action: 'recording.listen',
      subject: id,
      detail: { file },
    });
    await sendFile(response, recordingsDir, file);
  };
};

const noRecording = (): CallwrightError =>
  new CallwrightError('request/not-found', 'no such recording here: not stored on this machine, or deleted');

function sendFile(response: Response, root: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(file, { root, dotfiles: 'deny', cacheControl: false, lastModified: false }, (error) => {
      // A player that has heard enough closes the connection: nobody is left to be told.
      if (error === undefined || response.headersSent) resolve();
      else reject(noRecording());
    });
  });
}

function listeningOf(actor: Actor, file: string, at: number): string {
  const text = JSON.stringify([actor, file, Math.floor(at / ONE_LISTENING_MS)]);
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
