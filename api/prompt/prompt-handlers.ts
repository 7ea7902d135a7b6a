import type { RequestHandler } from 'express';
import { PromptChange, PromptDraft, PromptParams } from '../../contracts/api/prompts.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { PromptRow } from '../../db/repositories/prompt-row.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import type { PromptFiles } from '../phone/phone-port.ts';
import { toPromptView } from './prompt-view.ts';
import type { PromptWorkshop } from './workshop.ts';

export type PromptParts = {
  readonly repositories: Pick<Repositories, 'prompts' | 'promptFiles'>;
  readonly workshop: PromptWorkshop;
  /** The shipped ones. */
  readonly prompts?: PromptFiles | undefined;
};

/** The row, or `request/not-found`. */
export const foundPrompt = (row: PromptRow | undefined): PromptRow => {
  if (row === undefined) throw new CallwrightError('request/not-found', 'no such prompt');
  return row;
};

/** `GET /api/v1/prompts`. */
export const listPrompts =
  ({ repositories }: PromptParts): RequestHandler =>
  async (request, response) => {
    const rows = await repositories.prompts.list(actorOf(response));
    render(request, response, 'promptList', { prompts: rows.map(toPromptView) });
  };

/** `POST /api/v1/prompts`: a name, without a sound yet. */
export const createPrompt =
  ({ repositories }: PromptParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const draft = PromptDraft.parse(request.body);
    const row = await repositories.prompts.create(actor, { tenant: ownTenant(actor), ...draft });
    render(request, response, 'prompt', toPromptView(row));
  };

/** `PATCH /api/v1/prompts/:id`. */
export const changePrompt =
  ({ repositories }: PromptParts): RequestHandler =>
  async (request, response) => {
    const { id } = PromptParams.parse(request.params);
    const row = await repositories.prompts.change(actorOf(response), id, PromptChange.parse(request.body));
    render(request, response, 'prompt', toPromptView(foundPrompt(row)));
  };

/** `DELETE /api/v1/prompts/:id`: 409 while a scenario names it. */
export const removePrompt =
  ({ repositories }: PromptParts): RequestHandler =>
  async (request, response) => {
    const { id } = PromptParams.parse(request.params);
    if (!(await repositories.prompts.remove(actorOf(response), id))) foundPrompt(undefined);
    response.status(204).end();
  };

/** `GET /api/v1/prompts/:id/uses`. */
export const promptUses =
  ({ repositories }: PromptParts): RequestHandler =>
  async (request, response) => {
    const { id } = PromptParams.parse(request.params);
    const uses = await repositories.prompts.uses(actorOf(response), id);
    if (uses === undefined) throw new CallwrightError('request/not-found', 'no such prompt');
    render(request, response, 'promptUses', { uses });
  };
