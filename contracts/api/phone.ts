import { z } from 'zod';
import { DialDigits } from '../ids.ts';

/**
 * The telephone in the browser. Times are ms since the epoch by the server's clock: a page measures its own clock's
 * offset (`serverTime`) to play a prompt at the switch's position.
 */
const ms = z.number().meta({ description: 'ms since the epoch, by the server' });

/** A line is an extension: what a tab registers, and what it calls from. */
export const LineNumber = z.string().regex(/^[0-9]{3,6}$/);

export const PhoneSoundView = z
  .strictObject({
    kind: z.enum(['file', 'silence', 'tone', 'bridge']),
    promptUrl: z.string().nullable().meta({ description: 'Address of the shipped prompt' }),
    words: z.string().nullable().meta({ description: 'What the prompt says, for those who do not hear it' }),
    tone: z.string().nullable().meta({ description: 'Tone in TGML, e.g. %(200,0,800)' }),
    /** Where the first sample of the file was, or would have been, played. */
    startedAt: ms,
    /** At `serverTime` of the event that carries it; negative in the silence before a list of files. */
    positionMs: z.number(),
    completed: z.boolean(),
  })
  .meta({ id: 'PhoneSound' });
export type PhoneSoundView = z.infer<typeof PhoneSoundView>;

export const PhoneCallView = z
  .strictObject({
    id: z.string(),
    line: z.string(),
    peer: z.string(),
    direction: z.enum(['out', 'in']),
    state: z.enum(['calling', 'ringing', 'early', 'answered', 'ended', 'lost']),
    startedAt: ms,
    answeredAt: ms.nullable(),
    endedAt: ms.nullable(),
    cause: z.string().nullable(),
    endedBy: z.enum(['switch', 'phone']).nullable(),
    hears: PhoneSoundView.nullable(),
  })
  .meta({ id: 'PhoneCall' });
export type PhoneCallView = z.infer<typeof PhoneCallView>;

export const PhoneView = z
  .strictObject({
    simulated: z.boolean(),
    serverTime: ms,
    numbers: z.array(z.strictObject({ number: z.string(), name: z.string() })),
    lines: z.array(z.strictObject({ number: z.string(), mine: z.boolean() })),
    sip: z
      .strictObject({
        server: z.string(),
        transport: z.string(),
        domain: z.string(),
        accounts: z.array(z.string()),
      })
      .nullable(),
  })
  .meta({ id: 'Phone' });
export type PhoneView = z.infer<typeof PhoneView>;

export const PhoneLineView = z
  .strictObject({ number: z.string(), serverTime: ms, calls: z.array(PhoneCallView) })
  .meta({ id: 'PhoneLine' });
export type PhoneLineView = z.infer<typeof PhoneLineView>;

/** Events of `GET /phone/events`. */
export const PHONE_EVENTS = {
  line: PhoneLineView,
  call: z.strictObject({ serverTime: ms, call: PhoneCallView }),
  /** What the phone at the other end of a bridge said: 16-bit mono samples at 8 kHz. */
  voice: z.strictObject({ serverTime: ms, call: z.string(), pcm: z.base64() }),
  beat: z.strictObject({ serverTime: ms }),
};

export const LineParams = z.strictObject({ number: LineNumber });
/** `tab` tells two tabs of one session apart; a reloaded tab keeps its own. */
export const LineClaim = z.strictObject({ tab: z.string().regex(/^[A-Za-z0-9-]{8,64}$/) });
export const LineQuery = z.strictObject({ line: LineNumber });
export const PlaceCall = z.strictObject({ from: LineNumber, to: DialDigits });
export const PressKeys = z.strictObject({ keys: z.string().regex(/^[0-9A-D*#]{1,32}$/) });
export const PhoneCallParams = z.strictObject({ id: z.uuid() });
export const VoiceQuery = z.strictObject({
  at: z.coerce.number().optional().meta({ description: 'Server time of the first sample; now when absent' }),
});
