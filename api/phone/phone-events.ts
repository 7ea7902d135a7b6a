import type { RequestHandler } from 'express';
import { LineQuery, type PhoneLineView } from '../../contracts/api/phone.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { type Identity, identityOf } from '../http/identity.ts';
import type { PhoneLines } from './phone-lines.ts';
import { toPhoneCallView, type Words } from './phone-view.ts';
import { sessionOf } from './session-of.ts';

export type PhoneEventsParts = {
  readonly now: () => number;
  readonly words: Words;
  /** False as soon as the session behind a stream is ended or 정지. */
  readonly stillIn: (identity: Identity) => Promise<boolean>;
  readonly beatMs?: number | undefined;
};

const BEAT_MS = 5_000;

/**
 * `GET /api/v1/phone/events`: the calls of one line as they happen, and a beat by which silence is noticed. A session
 * that has ended loses its line with the next beat, and its calls with it.
 */
export const phoneEvents = (lines: PhoneLines, parts: PhoneEventsParts): RequestHandler => {
  const { now, words, stillIn, beatMs = BEAT_MS } = parts;
  return (request, response) => {
    const { line } = LineQuery.parse(request.query);
    const identity = identityOf(response);
    if (identity === undefined) throw new CallwrightError('auth/required', 'sign in first');
    const session = sessionOf(response);
    const send = (event: string, data: object): void => {
      if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const stop = lines.listen(session, line, {
      call(call) {
        const serverTime = now();
        send('call', { serverTime, call: toPhoneCallView(call, serverTime, words) });
      },
      voice: (call, pcm) => send('voice', { serverTime: now(), call, pcm: pcm.toString('base64') }),
      end: () => response.end(),
    });
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // nginx would hold small answers back.
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    const serverTime = now();
    const calls = lines.calls(session, line).map((call) => toPhoneCallView(call, serverTime, words));
    send('line', { number: line, serverTime, calls } satisfies PhoneLineView);
    const beat = async (): Promise<void> => {
      // When the database does not answer there is no beat, and the page says that it is not connected.
      const alive = await stillIn(identity).catch(() => undefined);
      if (alive === true) send('beat', { serverTime: now() });
      if (alive === false) await lines.release(session, line).catch(() => response.end());
    };
    const timer = setInterval(() => void beat(), beatMs);
    response.on('close', () => {
      clearInterval(timer);
      stop();
    });
  };
};
