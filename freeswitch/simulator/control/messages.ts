import { z } from 'zod';
import { refusalCodes } from '../core/hangup-causes.ts';

const ms = z.number().nonnegative().max(86_400_000);
const number = z.string().regex(/^[0-9A-Za-z+*#._-]{1,40}$/);
const keys = z.string().regex(/^[0-9A-D*#]{1,200}$/);

/** 16-bit mono samples at 8 kHz: 30 s at most in one message. */
const pcm = z.base64().max(640_000);

const keyPlan = z.object({
  keys,
  afterMs: ms.optional(),
  whenHears: z.string().max(500).optional(),
  perSecond: z.number().positive().max(100).optional(),
});

/** What a called phone does (see `PhoneBehaviour`). */
export const behaviourSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    afterMs: ms.optional(),
    hangUpAfterMs: ms.optional(),
    presses: z.array(keyPlan).max(50).optional(),
  }),
  z.object({ kind: z.literal('reject'), code: z.literal([...refusalCodes]), afterMs: ms.optional() }),
  z.object({ kind: z.literal('busy') }),
  z.object({ kind: z.literal('ring-only') }),
  z.object({ kind: z.literal('manual') }),
]);

const faults = z.object({
  drop: z.number().min(0).max(1).optional(),
  duplicate: z.number().min(0).max(1).optional(),
  shuffle: z.number().int().min(0).max(100).optional(),
  seed: z.number().int().optional(),
  only: z.array(z.string()).optional(),
});

const call = z.string().min(1).max(64);

/** One request; every one is answered with a `reply` that carries its `id`. */
export const requestSchema = z.discriminatedUnion('do', [
  z.object({
    id: z.number().int(),
    do: z.literal('place-call'),
    from: number,
    to: number,
    callerName: z.string().max(100).optional(),
    /** True: by a registered phone of ours, otherwise from outside. */
    registered: z.boolean().optional(),
  }),
  z.object({
    id: z.number().int(),
    do: z.literal('press'),
    call,
    keys,
    perSecond: z.number().positive().max(100).optional(),
  }),
  z.object({ id: z.number().int(), do: z.literal('hang-up'), call }),
  z.object({ id: z.number().int(), do: z.literal('speak'), call, ms }),
  z.object({ id: z.number().int(), do: z.literal('answer'), call }),
  z.object({
    id: z.number().int(),
    do: z.literal('reject'),
    call,
    code: z.literal([...refusalCodes]).optional(),
  }),
  z.object({
    id: z.number().int(),
    do: z.literal('voice'),
    call,
    pcm,
    agoMs: z.number().min(-600_000).max(600_000).optional(),
  }),
  z.object({
    id: z.number().int(),
    do: z.literal('set-phone'),
    number,
    behaviour: behaviourSchema,
    registered: z.boolean().optional(),
  }),
  z.object({ id: z.number().int(), do: z.literal('remove-phone'), number }),
  z.object({ id: z.number().int(), do: z.literal('get-call'), call }),
  z.object({ id: z.number().int(), do: z.literal('list-calls') }),
  z.object({ id: z.number().int(), do: z.literal('list-channels') }),
  z.object({ id: z.number().int(), do: z.literal('stats') }),
  z.object({ id: z.number().int(), do: z.literal('set-faults'), faults }),
  z.object({ id: z.number().int(), do: z.literal('cut') }),
  z.object({ id: z.number().int(), do: z.literal('freeze') }),
  z.object({ id: z.number().int(), do: z.literal('crash') }),
  z.object({ id: z.number().int(), do: z.literal('restart') }),
  z.object({ id: z.number().int(), do: z.literal('watch'), on: z.boolean() }),
]);
export type ControlRequest = z.infer<typeof requestSchema>;

const heardSchema = z.object({
  kind: z.enum(['file', 'silence', 'tone', 'bridge']),
  source: z.string(),
  startedAt: z.number(),
  leadMs: z.number().optional(),
  mixed: z.boolean().optional(),
  stoppedAt: z.number().optional(),
  completed: z.boolean(),
  interruptedAt: z.array(z.number()),
  resumedAt: z.array(z.number()),
});

/** A call as the control interface shows it. Times in ms since the epoch. */
export const callViewSchema = z.object({
  uuid: z.string(),
  /** When this was so, by the switch's clock. */
  at: z.number(),
  number: z.string(),
  peer: z.string(),
  direction: z.enum(['to-switch', 'from-switch']),
  state: z.enum(['calling', 'ringing', 'early', 'answered', 'ended', 'lost']),
  startedAt: z.number(),
  answeredAt: z.number().optional(),
  endedAt: z.number().optional(),
  cause: z.string().optional(),
  endedBy: z.enum(['switch', 'phone']).optional(),
  digits: z.string(),
  heard: z.array(heardSchema),
});
export type CallView = z.infer<typeof callViewSchema>;

/** A channel of the switch, in short. */
export const channelViewSchema = z.object({
  uuid: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  state: z.string(),
  answerState: z.string(),
  application: z.string(),
});
export type ChannelView = z.infer<typeof channelViewSchema>;

/** Counters of the simulator (see `SimulatorStats`). */
export const statsSchema = z.object({
  coreUuid: z.string(),
  channels: z.number(),
  sessions: z.number(),
  peakSessions: z.number(),
  connections: z.number(),
  invites: z.record(z.string(), z.number()),
  faults: z.object({ dropped: z.number(), duplicated: z.number(), moved: z.number() }),
  unknownApps: z.array(z.string()),
  apiExpansions: z.number(),
});
export type StatsView = z.infer<typeof statsSchema>;

/** What the server sends: replies, and after `watch` a line whenever a call changes. */
export const responseSchema = z.union([
  z.object({ type: z.literal('reply'), id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({ type: z.literal('reply'), id: z.number(), ok: z.literal(false), error: z.string() }),
  z.object({ type: z.literal('call'), call: callViewSchema }),
]);
export type ControlResponse = z.infer<typeof responseSchema>;
