import type { RequestHandler } from 'express';
import {
  ConsentAnswer,
  ConsentDraft,
  type ConsentListView,
  type ConsentView,
  DigitsParams,
} from '../../contracts/api/opt-outs.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { readKrNumber } from '../../contracts/number/kr-number.ts';
import type { ConsentRow } from '../../db/repositories/ad-consents.ts';
import { actorOf } from '../http/identity.ts';
import { iso, isoOrNull } from '../http/iso.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { companyOf, type OptOutParts, pageOf, writeWishCursor } from './opt-out-handlers.ts';

const toView = (row: ConsentRow): ConsentView => ({
  digits: row.digits,
  tenant: row.tenant,
  night: row.night,
  source: row.source,
  consentedAt: iso(row.consentedAt),
  withdrawnAt: isoOrNull(row.withdrawnAt),
});

/** `GET /api/v1/ad-consents`. */
export const listConsents =
  ({ repositories }: OptOutParts): RequestHandler =>
  async (request, response) => {
    const { consents, next } = await repositories.adConsents.list(actorOf(response), pageOf(request.query));
    const view: ConsentListView = { consents: consents.map(toView), next: writeWishCursor(next) };
    render(request, response, 'adConsentList', view);
  };

/** `POST /api/v1/ad-consents`: 정보통신망법 제50조; who cannot be texted cannot consent to it. */
export const addConsents =
  ({ repositories }: OptOutParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { numbers, night, source } = ConsentDraft.parse(request.body);
    const [keys, refused] = [new Set<string>(), new Set<string>()];
    for (const number of numbers) {
      const read = readKrNumber(number);
      if (read?.maySms === true) keys.add(read.key);
      else refused.add(number);
    }
    const consents = { numbers: [...keys], night, source };
    const taken = keys.size === 0 ? 0 : await repositories.adConsents.add(actor, ownTenant(actor), consents);
    render(request, response, 'adConsentAnswer', ConsentAnswer.parse({ taken, refused: [...refused] }));
  };

/** `DELETE /api/v1/ad-consents/{digits}`. */
export const withdrawConsent =
  ({ repositories }: OptOutParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { digits } = DigitsParams.parse(request.params);
    if (!(await repositories.adConsents.withdraw(actor, companyOf(actor, request.query), digits)))
      throw new CallwrightError('request/not-found', 'this number has no consent in force');
    response.status(204).end();
  };
