import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import {
  SenderChange,
  SenderDecision,
  SenderDraft,
  type SenderListView,
  SenderParams,
  type SenderView,
} from '../../contracts/api/senders.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { readKrNumber } from '../../contracts/number/kr-number.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { SenderRow } from '../../db/repositories/sender-numbers.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { Refusal } from '../http/refusal.ts';
import { render } from '../http/render.ts';
import { apiItself } from '../session/account-parts.ts';
import { mayBeSender, toSenderView } from './sender-view.ts';

export type SenderParts = { repositories: Pick<Repositories, 'senderNumbers' | 'messageSettings'> };

const found = <T>(row: T | undefined): T => {
  if (row === undefined) throw new CallwrightError('request/not-found', 'no such sender number');
  return row;
};

/** A14: whether a representative number may be used is each company's own setting. */
async function viewOf({ repositories }: SenderParts, row: SenderRow): Promise<SenderView> {
  const { allowRepresentative } = await repositories.messageSettings.read(apiItself, row.tenant);
  return toSenderView(row, allowRepresentative);
}

/** MO-36: what an agent may send from is what was given to him. */
const visible = (actor: Actor, { user }: SenderRow): boolean =>
  actor.kind !== 'user' || actor.role !== 'agent' || user?.id === actor.user;

/** `GET /api/v1/senders`. */
export const listSenders =
  (parts: SenderParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const rows = await parts.repositories.senderNumbers.list(actor);
    const own = rows.filter((row) => visible(actor, row));
    const view: SenderListView = { senders: await Promise.all(own.map((row) => viewOf(parts, row))) };
    render(request, response, 'senderList', view);
  };

/** `POST /api/v1/senders`: nobody texts from it before it is verified. */
export const requestSender =
  (parts: SenderParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { digits, label, user } = SenderDraft.parse(request.body);
    const number = readKrNumber(digits);
    if (number === undefined || !mayBeSender(number.key)) {
      const message = 'numbers of this kind may not be senders of texts';
      throw new Refusal('message/refused', [
        { code: 'sender-not-allowed', message, field: 'digits', row: null },
      ]);
    }
    const row = await parts.repositories.senderNumbers.request(actor, {
      tenant: ownTenant(actor),
      digits: number.key,
      label,
      user,
    });
    render(request, response, 'sender', await viewOf(parts, row));
  };

/** `PATCH /api/v1/senders/{id}`. A number that cannot be chosen does not become the main one (MO-35). */
export const changeSender =
  (parts: SenderParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { senderNumbers } = parts.repositories;
    const { id } = SenderParams.parse(request.params);
    const { label, main, user } = SenderChange.parse(request.body);
    if (main === true) {
      const before = found((await senderNumbers.list(actor)).find((row) => row.id === id));
      const { because } = await viewOf(parts, before);
      if (because !== null) {
        const message = 'a number that cannot be used now does not become the main one';
        throw new Refusal('message/refused', [{ code: because, message, field: 'main', row: null }]);
      }
    }
    const row = await senderNumbers.change(actor, id, {
      ...(label === undefined ? {} : { label }),
      ...(main === undefined ? {} : { main }),
      ...(user === undefined ? {} : { user }),
    });
    render(request, response, 'sender', await viewOf(parts, found(row)));
  };

/** `DELETE /api/v1/senders/{id}`. */
export const removeSender =
  ({ repositories }: SenderParts): RequestHandler =>
  async (request, response) => {
    const { id } = SenderParams.parse(request.params);
    if (!(await repositories.senderNumbers.remove(actorOf(response), id))) found(undefined);
    response.status(204).end();
  };

/** `POST /api/v1/senders/{id}/decision`. */
export const decideSender =
  (parts: SenderParts): RequestHandler =>
  async (request, response) => {
    const { id } = SenderParams.parse(request.params);
    const { state, note } = SenderDecision.parse(request.body);
    const row = await parts.repositories.senderNumbers.decide(actorOf(response), id, { state, note });
    render(request, response, 'sender', await viewOf(parts, found(row)));
  };
