import { z } from 'zod';
import { ScenarioHash, VerbNumber } from '../ids.ts';
import { Value } from '../scenario/value.ts';

/**
 * What happened, as a call's workflow sees it. `id` names an event for deduplication (`<core-uuid>:<sequence>` for
 * events of the switch, `resync:<verb>` for a completion that was read back from the channel); `at` is the instant in
 * ms at which the switch (or our side) says that it happened. Order comes from the queue, never from the id.
 */
const base = { id: z.string().max(120), at: z.number().int() };
const ofVerb = { ...base, verb: VerbNumber };

/** Who ended the call. `us` covers hang-up verbs and the dead-man transfer. */
export const HungUpBy = z.enum(['caller', 'us', 'peer', 'switch']);

export const Hours = z.enum(['open', 'closed', 'lunch', 'holiday']);
export type Hours = z.infer<typeof Hours>;

/**
 * What became of a text that a call asked for: it stands in the ledger; it may not be sent (no mobile, opted out, no
 * verified sender …); nobody could take it in time.
 */
export const Messaged = z.enum(['accepted', 'refused', 'failed']);
export type Messaged = z.infer<typeof Messaged>;

export const CallEvent = z.discriminatedUnion('type', [
  /** The channel is parked and ours: the first event of a call. `adopted`: found by a reconcile, not by its event. */
  z.strictObject({ type: z.literal('arrived'), ...base, adopted: z.boolean() }),
  z.strictObject({
    type: z.literal('played'),
    ...ofVerb,
    result: z.enum(['completed', 'interrupted', 'missing', 'failed']),
  }),
  z.strictObject({
    type: z.literal('collected'),
    ...ofVerb,
    /** `invalid`: something was typed, but fewer digits than the minimum before the time-out. */
    result: z.enum(['digits', 'noInput', 'invalid', 'missing', 'failed']),
    digits: z.string().regex(/^[0-9*#A-D]{0,64}$/),
  }),
  z.strictObject({
    type: z.literal('recorded'),
    ...ofVerb,
    result: z.enum(['recorded', 'empty', 'failed']),
    ms: z.number().int().min(0),
    file: z.string().max(200),
  }),
  z.strictObject({
    type: z.literal('leg'),
    ...ofVerb,
    state: z.enum(['ringing', 'answered', 'ended']),
    /** FreeSWITCH cause, on `ended`. */
    cause: z.string().max(60).optional(),
  }),
  z.strictObject({ type: z.literal('bridged'), ...base }),
  /** The caller is parked again after a bridge. */
  z.strictObject({ type: z.literal('unbridged'), ...base }),
  z.strictObject({ type: z.literal('hungUp'), ...base, cause: z.string().max(60), by: HungUpBy }),
  z.strictObject({ type: z.literal('hours'), ...ofVerb, verdict: Hours }),
  z.strictObject({ type: z.literal('messaged'), ...ofVerb, result: Messaged }),
  /** Answer to `nextInstant`; null: never within a year. */
  z.strictObject({ type: z.literal('instant'), ...ofVerb, dueAt: z.number().int().nullable() }),
  /** Answer to `findScenario`; null: nothing published. */
  z.strictObject({
    type: z.literal('scenarioFound'),
    ...ofVerb,
    version: z.strictObject({ hash: ScenarioHash, entryPart: z.string().max(40) }).nullable(),
  }),
  /** Answer to `httpRequest`. `refused`: a 4xx or a host that is not listed. */
  z.strictObject({
    type: z.literal('fetched'),
    ...ofVerb,
    result: z.enum(['ok', 'refused', 'failed', 'timeout']),
    status: z.number().int().optional(),
    values: z.record(z.string().max(40), Value),
  }),
  /** Somebody in the console: to the scenario's handler for it, or out of the call. */
  z.strictObject({ type: z.literal('commanded'), ...base, command: z.enum(['handler', 'hangup']) }),
  z.strictObject({
    type: z.literal('deadline'),
    ...base,
    deadline: z.string().max(80),
    generation: z.number().int(),
  }),
  /** The reconcile found the channel with nothing running while a verb is awaited. */
  z.strictObject({ type: z.literal('idle'), ...base }),
  z.strictObject({
    type: z.literal('mediaLost'),
    ...base,
    reason: z.enum(['core-restarted', 'channel-gone', 'switch-unreachable']),
  }),
]);
export type CallEvent = z.infer<typeof CallEvent>;
export type CallEventOf<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>;
