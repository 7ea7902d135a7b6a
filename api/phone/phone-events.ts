import type { RequestHandler } from 'express';
import { LineQuery, type PhoneLineView } from '../../contracts/api/phone.ts';
import type { PhoneLines } from './phone-lines.ts';
import { toPhoneCallView, type Words } from './phone-view.ts';
import { sessionOf } from './session-of.ts';

const BEAT_MS = 5_000;

/** `GET /api/v1/phone/events`: the calls of one line as they happen, and a beat by which silence is noticed. */
export const phoneEvents = (lines: PhoneLines, now: () => number, words: Words): RequestHandler => {
  return (request, response) => {
    const { line } = LineQuery.parse(request.query);
    const session = sessionOf(response);
    const send = (event: string, data: object): void => {
      if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const stop = lines.listen(session, line, {
      call(call) {
        const serverTime = now();
        send('call', { serverTime, call: toPhoneCallView(call, serverTime, words) });
      },
      end: () => response.end(),
      voice: (call, pcm) => send('voice', { serverTime: now(), call, pcm: pcm.toString('base64') }),
    });
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // nginx would hold small answers back.
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    const serverTime = now();
    const calls = lines.calls(session, line).map((call) => toPhoneCallView(call, serverTime, words));
    send('line', { number: line, serverTime, calls } satisfies PhoneLineView);
    const beat = setInterval(() => send('beat', { serverTime: now() }), BEAT_MS);
    response.on('close', () => {
      clearInterval(beat);
      stop();
    });
  };
};
