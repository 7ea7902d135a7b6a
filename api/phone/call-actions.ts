import type { Request, RequestHandler } from 'express';
import { PhoneCallParams, PressKeys, VoiceQuery } from '../../contracts/api/phone.ts';
import type { PhoneLines } from './phone-lines.ts';
import type { PhonePort } from './phone-port.ts';
import { readBody } from './read-body.ts';
import { sessionOf } from './session-of.ts';
import { wavToPcm } from './wav-to-pcm.ts';

/** A minute at 8 kHz. */
const VOICE_BYTES = 1_000_000;
/** What was said longer ago is not heard any more. */
const OLDEST_MS = 60_000;

type Act = (port: PhonePort, call: string, request: Request, session: string) => Promise<void>;

/** Does something with a call, once it is sure that the asking session has its line; answers 204. */
const onOwnCall =
  (lines: PhoneLines, act: Act): RequestHandler =>
  async (request, response) => {
    const { id } = PhoneCallParams.parse(request.params);
    const session = sessionOf(response);
    await act(lines.handOn(session, id), id, request, session);
    response.status(204).end();
  };

export const hangUp = (lines: PhoneLines): RequestHandler =>
  onOwnCall(lines, (port, call) => port.hangUp(call));

export const answer = (lines: PhoneLines): RequestHandler =>
  onOwnCall(lines, (port, call) => port.answer(call));

export const reject = (lines: PhoneLines): RequestHandler =>
  onOwnCall(lines, (port, call) => port.reject(call));

/** `POST …/press`: keys, as in-band as the switch takes them. They may be a PIN: nothing here logs them. */
export const pressKeys = (lines: PhoneLines): RequestHandler =>
  onOwnCall(lines, (port, call, request) => port.press(call, PressKeys.parse(request.body).keys));

/** `PUT …/voice`: what the microphone took up, as WAV; `at` says when its first sample was spoken. */
export const sayVoice = (lines: PhoneLines, now: () => number): RequestHandler =>
  onOwnCall(lines, async (port, call, request, session) => {
    const { at } = VoiceQuery.parse(request.query);
    const pcm = wavToPcm(await readBody(request, VOICE_BYTES));
    const agoMs = at === undefined ? 0 : Math.min(OLDEST_MS, Math.max(0, now() - at));
    lines.relay(session, call, pcm);
    await port.say(call, pcm, agoMs);
  });
