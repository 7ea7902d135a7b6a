import type { RequestHandler } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';
import type { PromptFiles } from './phone-port.ts';

/** `GET /api/v1/prompts/*`: a shipped prompt. Only what the manifest lists: no path of the disk is made of the request. */
export const promptFile = (prompts: PromptFiles | undefined): RequestHandler => {
  return (request, response, next) => {
    const given: unknown = request.params['path'];
    const path = Array.isArray(given) ? given.join('/') : String(given);
    if (prompts?.has(path) !== true) throw new CallwrightError('request/not-found', 'no such prompt');
    response.setHeader('Cache-Control', 'private, max-age=3600');
    response.sendFile(path, { root: prompts.folder, cacheControl: false, dotfiles: 'deny' }, (error) => {
      if (error !== undefined && !response.headersSent) next(error);
    });
  };
};
