import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import {
  LineClaim,
  LineParams,
  type PhoneCallView,
  type PhoneLineView,
  type PhoneView,
  PlaceCall,
} from '../../contracts/api/phone.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { PhoneLines } from './phone-lines.ts';
import type { PhoneSetting } from './phone-port.ts';
import { toPhoneCallView, type Words } from './phone-view.ts';
import { sessionOf } from './session-of.ts';

/** `GET /api/v1/phone`: the lines in use; with a real switch, what to enter in a telephone instead. */
export const showPhone = (
  setting: PhoneSetting | undefined,
  lines: PhoneLines | undefined,
  accountsOf: (actor: Actor) => Promise<readonly string[]>,
  now: () => number,
): RequestHandler => {
  return async (request, response) => {
    const sip =
      setting?.kind === 'sip'
        ? {
            server: setting.server,
            transport: setting.transport,
            domain: setting.domain,
            accounts: await accountsOf(actorOf(response)),
          }
        : null;
    const view = {
      simulated: lines !== undefined,
      serverTime: now(),
      numbers: setting?.kind === 'simulated' ? setting.numbers : [],
      lines: lines?.list(sessionOf(response)) ?? [],
      sip,
    };
    render(request, response, 'phone', view satisfies Readonly<Record<keyof PhoneView, unknown>>);
  };
};

/** `PUT /api/v1/phone/lines/:number`: calls to this number ring at the asking tab. */
export const claimLine = (lines: PhoneLines, now: () => number, words: Words): RequestHandler => {
  return async (request, response) => {
    const { number } = LineParams.parse(request.params);
    const { tab } = LineClaim.parse(request.body);
    const session = sessionOf(response);
    await lines.claim({ session, tab }, number);
    const serverTime = now();
    const calls = lines.calls(session, number).map((call) => toPhoneCallView(call, serverTime, words));
    render(request, response, 'phoneLine', { number, serverTime, calls } satisfies PhoneLineView);
  };
};

/** `DELETE /api/v1/phone/lines/:number`. */
export const releaseLine = (lines: PhoneLines): RequestHandler => {
  return async (request, response) => {
    await lines.release(sessionOf(response), LineParams.parse(request.params).number);
    response.status(204).end();
  };
};

/** `POST /api/v1/phone/calls`: dials from a line of the asking session. */
export const placeCall = (lines: PhoneLines, now: () => number, words: Words): RequestHandler => {
  return async (request, response) => {
    const { from, to } = PlaceCall.parse(request.body);
    const call = await lines.place(sessionOf(response), from, to);
    render(request, response, 'phoneCall', toPhoneCallView(call, now(), words) satisfies PhoneCallView);
  };
};
