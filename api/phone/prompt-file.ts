import type { NextFunction, RequestHandler, Response } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import { isOwnPromptPath } from '../../contracts/prompt/prompt-path.ts';
import type { PromptFiles as PromptFilesTable } from '../../db/repositories/prompt-files.ts';
import { actorOf } from '../http/identity.ts';
import type { PromptFiles } from './phone-port.ts';

type OwnPrompts = Pick<PromptFilesTable, 'audio'>;

/** `GET /api/v1/prompts/*`: a shipped prompt, or one of the own company: what the telephone in the browser hears. */
export const promptFile = (prompts: PromptFiles | undefined, own?: OwnPrompts): RequestHandler => {
  return async (request, response, next) => {
    const given: unknown = request.params['path'];
    const path = Array.isArray(given) ? given.join('/') : String(given);
    if (own !== undefined && isOwnPromptPath(path)) await sendOwnPrompt(own, path, response);
    else sendShippedPrompt(prompts, path, response, next);
  };
};

/** Only what the manifest lists: no path of the disk is made of the request. */
export function sendShippedPrompt(
  prompts: PromptFiles | undefined,
  path: string,
  response: Response,
  next: NextFunction,
): void {
  if (prompts?.has(path) !== true) throw new CallwrightError('request/not-found', 'no such prompt');
  response.setHeader('Cache-Control', 'private, max-age=3600');
  response.sendFile(path, { root: prompts.folder, cacheControl: false, dotfiles: 'deny' }, (error) => {
    if (error !== undefined && !response.headersSent) next(error);
  });
}

/** A file of the actor's company. It never changes under its path. */
export async function sendOwnPrompt(own: OwnPrompts, path: string, response: Response): Promise<void> {
  const wav = await own.audio(actorOf(response), path);
  if (wav === undefined) throw new CallwrightError('request/not-found', 'no such prompt');
  response.setHeader('Cache-Control', 'private, max-age=3600, immutable');
  response.setHeader('Content-Type', 'audio/wav');
  response.end(wav);
}
