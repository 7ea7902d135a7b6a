import type { RequestHandler } from 'express';
import {
  LetteringDecision,
  LetteringDraft,
  type LetteringListView,
  LetteringParams,
  type LetteringView,
} from '../../contracts/api/senders.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { readKrNumber } from '../../contracts/number/kr-number.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { LetteringRow } from '../../db/repositories/letterings.ts';
import { actorOf } from '../http/identity.ts';
import { iso, isoOrNull } from '../http/iso.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { Refusal } from '../http/refusal.ts';
import { render } from '../http/render.ts';

export type LetteringParts = {
  repositories: Pick<Repositories, 'letterings'>;
  clock?: (() => number) | undefined;
};

const toView = (row: LetteringRow): LetteringView => ({
  id: row.id,
  tenant: row.tenant,
  digits: row.digits,
  phrase: row.phrase,
  carrier: row.carrier,
  state: row.state,
  note: row.note,
  requestedAt: iso(row.requestedAt),
  decidedAt: isoOrNull(row.decidedAt),
});

/** `GET /api/v1/letterings`. */
export const listLetterings =
  ({ repositories }: LetteringParts): RequestHandler =>
  async (request, response) => {
    const rows = await repositories.letterings.list(actorOf(response));
    const view: LetteringListView = { letterings: rows.map(toView) };
    render(request, response, 'letteringList', view);
  };

/** `POST /api/v1/letterings`: no carrier has an api for it, so a person takes it there (A23). */
export const requestLettering =
  ({ repositories }: LetteringParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { digits, phrase, carrier } = LetteringDraft.parse(request.body);
    const number = readKrNumber(digits);
    if (number === undefined) {
      const message = 'write a Korean number with its area code';
      throw new Refusal('message/refused', [{ code: 'not-a-number', message, field: 'digits', row: null }]);
    }
    const lettering = { tenant: ownTenant(actor), digits: number.key, phrase, carrier };
    render(request, response, 'lettering', toView(await repositories.letterings.request(actor, lettering)));
  };

/** `POST /api/v1/letterings/{id}/decision`. */
export const decideLettering =
  ({ repositories, clock = Date.now }: LetteringParts): RequestHandler =>
  async (request, response) => {
    const { id } = LetteringParams.parse(request.params);
    const { state, note } = LetteringDecision.parse(request.body);
    const row = await repositories.letterings.decide(actorOf(response), id, { state, note }, clock());
    if (row === undefined) throw new CallwrightError('request/not-found', 'no such lettering');
    render(request, response, 'lettering', toView(row));
  };
