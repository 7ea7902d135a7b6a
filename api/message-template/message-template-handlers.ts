import type { RequestHandler } from 'express';
import {
  TemplateDraft,
  type TemplateListView,
  TemplateParams,
  TemplateReview,
  type TemplateView,
} from '../../contracts/api/message-templates.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { TemplateRow } from '../../db/repositories/message-templates.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { checkTemplate, compileBody } from './check-template.ts';

export type TemplateParts = { repositories: Pick<Repositories, 'messageTemplates'> };

function toView(row: TemplateRow): TemplateView {
  const compiled = compileBody(row.kind, row.body);
  return {
    id: row.id,
    tenant: row.tenant,
    name: row.name,
    kind: row.kind,
    purpose: row.purpose,
    subject: row.subject,
    body: row.body,
    variables: compiled.ok ? compiled.variables : [],
    smsBody: row.smsBody,
    alimtalkChannel: row.alimtalkChannel,
    alimtalkCode: row.alimtalkCode,
    alimtalkState: row.alimtalkState,
    reviewNote: row.reviewNote,
    usedBy: row.usedBy,
    updatedAt: iso(row.updatedAt),
  };
}

const found = <T>(row: T | undefined): T => {
  if (row === undefined) throw new CallwrightError('request/not-found', 'no such template');
  return row;
};

/** `GET /api/v1/message-templates`. */
export const listTemplates =
  ({ repositories }: TemplateParts): RequestHandler =>
  async (request, response) => {
    const rows = await repositories.messageTemplates.list(actorOf(response));
    const view: TemplateListView = { templates: rows.map(toView) };
    render(request, response, 'messageTemplateList', view);
  };

/** `POST /api/v1/message-templates`. */
export const createTemplate =
  ({ repositories }: TemplateParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const draft = TemplateDraft.parse(request.body);
    checkTemplate(draft);
    const row = await repositories.messageTemplates.create(actor, ownTenant(actor), draft);
    render(request, response, 'messageTemplate', toView(row));
  };

/** `PATCH /api/v1/message-templates/{id}`. Kakao reviewed the text, so its kind stays. */
export const changeTemplate =
  ({ repositories: { messageTemplates } }: TemplateParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = TemplateParams.parse(request.params);
    const draft = TemplateDraft.parse(request.body);
    const before = found(await messageTemplates.get(actor, id));
    if (before.kind !== draft.kind)
      throw new CallwrightError('request/conflict', 'a template keeps its kind: make another one');
    checkTemplate(draft);
    const { kind: _, ...change } = draft;
    const row = found(await messageTemplates.change(actor, id, change));
    render(request, response, 'messageTemplate', toView(row));
  };

/** `DELETE /api/v1/message-templates/{id}`. */
export const removeTemplate =
  ({ repositories }: TemplateParts): RequestHandler =>
  async (request, response) => {
    const { id } = TemplateParams.parse(request.params);
    if (!(await repositories.messageTemplates.remove(actorOf(response), id))) found(undefined);
    response.status(204).end();
  };

/** `POST /api/v1/message-templates/{id}/review`: Kakao's word, as the operator read it there. */
export const reviewTemplate =
  ({ repositories }: TemplateParts): RequestHandler =>
  async (request, response) => {
    const { id } = TemplateParams.parse(request.params);
    const { state, note } = TemplateReview.parse(request.body);
    const row = await repositories.messageTemplates.review(actorOf(response), id, { state, note });
    render(request, response, 'messageTemplate', toView(found(row)));
  };
