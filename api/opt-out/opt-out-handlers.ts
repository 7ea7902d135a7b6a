import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import {
  DigitsParams,
  OfCompanyQuery,
  OptOutDraft,
  OptOutListQuery,
  type OptOutListView,
  type OptOutView,
} from '../../contracts/api/opt-outs.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { TenantId } from '../../contracts/ids.ts';
import { readNumber } from '../../contracts/number/read-number.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { OptOutRow, WishCursor, WishPage } from '../../db/repositories/opt-outs.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { readPlace, writePlace } from '../http/place.ts';
import { Refusal } from '../http/refusal.ts';
import { render } from '../http/render.ts';

export type OptOutParts = { repositories: Pick<Repositories, 'optOuts' | 'adConsents'> };

const toView = (row: OptOutRow): OptOutView => ({
  digits: row.digits,
  tenant: row.tenant,
  scope: row.scope,
  source: row.source,
  note: row.note,
  at: iso(row.at),
});

/** Page of a list of numbers as its query says it. */
export function pageOf(query: unknown): WishPage {
  const { number, cursor, limit } = OptOutListQuery.parse(query);
  if (cursor === undefined) return { number, limit };
  const { at, key } = readPlace(cursor);
  return { number, limit, cursor: { at, digits: key } };
}
export const writeWishCursor = (next: WishCursor | null): string | null =>
  next === null ? null : writePlace({ at: next.at, key: next.digits });

/** The company whose row is meant: the own one unless told. */
export const companyOf = (actor: Actor, query: unknown): TenantId => {
  const { tenant } = OfCompanyQuery.parse(query);
  return tenant === undefined ? ownTenant(actor) : TenantId.parse(tenant);
};

/** `GET /api/v1/opt-outs`. */
export const listOptOuts =
  ({ repositories }: OptOutParts): RequestHandler =>
  async (request, response) => {
    const { optOuts, next } = await repositories.optOuts.list(actorOf(response), pageOf(request.query));
    const view: OptOutListView = { optOuts: optOuts.map(toView), next: writeWishCursor(next) };
    render(request, response, 'optOutList', view);
  };

/** `POST /api/v1/opt-outs`: by the number as people write it. */
export const addOptOut =
  ({ repositories }: OptOutParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { number, scope, note } = OptOutDraft.parse(request.body);
    const read = readNumber(number);
    if (read === undefined) {
      const message = 'this is no telephone number';
      throw new Refusal('message/refused', [{ code: 'not-a-number', message, field: 'number', row: null }]);
    }
    const wish = { tenant: ownTenant(actor), digits: read.key, scope, note, source: 'person' } as const;
    render(request, response, 'optOut', toView(await repositories.optOuts.add(actor, wish)));
  };

/** `DELETE /api/v1/opt-outs/{digits}`. */
export const removeOptOut =
  ({ repositories }: OptOutParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { digits } = DigitsParams.parse(request.params);
    if (!(await repositories.optOuts.remove(actor, companyOf(actor, request.query), digits)))
      throw new CallwrightError('request/not-found', 'nobody with this number opted out');
    response.status(204).end();
  };
