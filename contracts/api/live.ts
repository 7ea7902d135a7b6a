import { z } from 'zod';

/**
 * Live calls as `GET /api/v1/live/calls` streams them (server-sent events). The stream begins with a `snapshot` or,
 * after a `Last-Event-ID` that is still kept, with what came since; then one event for each change.
 */
const instant = z.string().meta({ format: 'date-time' });

export const LiveCall = z
  .strictObject({
    id: z.string(),
    calledMasked: z.string(),
    callerMasked: z.string(),
    direction: z.enum(['inbound', 'outbound']),
    scenarioName: z.string().nullable(),
    scenario: z.string().nullable().meta({ description: 'Hash of the scenario version' }),
    block: z.string().nullable().meta({ description: '`part/block`; null before the first' }),
    blockType: z.string().nullable(),
    blockSince: instant.nullable(),
    arrivedAt: instant,
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'LiveCall' });
export type LiveCall = z.infer<typeof LiveCall>;

/** Data of the event `snapshot`: all live calls that the reader may see; forget those that you knew. */
export const LiveSnapshot = z.strictObject({ calls: z.array(LiveCall) });
/** Data of the event `gone`: the call has ended. */
export const LiveGone = z.strictObject({ id: z.string() });
/** Data of the event `beat`, every 5 s: the stream and the session live. No beat for longer: what is shown is stale. */
export const LiveBeat = z.strictObject({ at: instant });

export const LIVE_EVENTS = {
  snapshot: LiveSnapshot,
  call: LiveCall,
  gone: LiveGone,
  beat: LiveBeat,
} as const;
export type LiveEventName = keyof typeof LIVE_EVENTS;

/** Time between two beats, ms. */
export const LIVE_BEAT_MS = 5_000;
