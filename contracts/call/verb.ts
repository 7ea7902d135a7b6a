import { z } from 'zod';
import { DialDigits, VerbNumber } from '../ids.ts';
import { Value } from '../scenario/value.ts';
import { Prompt } from './prompt.ts';

/**
 * What a scenario wants done. A verb only starts something; what came of it returns as an event that carries the
 * verb's number. `expectMs` is the longest time that the verb can naturally take (prompt lengths plus time-outs); when
 * it has passed without a result, the switch is asked (design §1.7).
 */

const numbered = { verb: VerbNumber };
const timed = { ...numbered, expectMs: z.number().int().min(0) };

/** Keys that end an input; `none` means that only the time-out or the maximum length does. */
export const Terminators = z.string().regex(/^([0-9*#]{1,12}|none)$/);

/** Hang-up causes that we send: a closed subset of Q.850 as FreeSWITCH names them. */
export const HangupCause = z.enum([
  'NORMAL_CLEARING',
  'USER_BUSY',
  'CALL_REJECTED',
  'NORMAL_TEMPORARY_FAILURE',
  'ORIGINATOR_CANCEL',
  'LOSE_RACE',
]);
export type HangupCause = z.infer<typeof HangupCause>;

/** Whom to dial. A phone goes out through a configured trunk, an extension to a registered account. */
export const DialTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('phone'), digits: DialDigits }),
  z.strictObject({ kind: z.literal('extension'), digits: DialDigits }),
]);
export type DialTarget = z.infer<typeof DialTarget>;

export const Answer = z.strictObject({ kind: z.literal('answer'), ...numbered });
export const Play = z.strictObject({
  kind: z.literal('play'),
  ...timed,
  prompts: z.array(Prompt).min(1).max(60),
});
export const Collect = z.strictObject({
  kind: z.literal('collect'),
  ...timed,
  prompts: z.array(Prompt).max(60),
  min: z.number().int().min(1).max(64),
  max: z.number().int().min(1).max(64),
  terminators: Terminators,
  /** FreeSWITCH raises anything below 1,000 ms to 1,000. */
  firstDigitMs: z.number().int().min(1_000).max(60_000),
  interDigitMs: z.number().int().min(500).max(30_000),
  secret: z.boolean(),
  /** Keys typed before it begins are thrown away: after a wrong input they were meant for what did not come. */
  afresh: z.boolean().optional(),
});
/** Endless music or tone under which the scenario waits; never awaited, ended by the next verb. */
export const Music = z.strictObject({
  kind: z.literal('music'),
  ...numbered,
  prompt: Prompt,
  /** Files that follow the first one, before it begins again. */
  more: z.array(Prompt).max(19).optional(),
});
export const Stop = z.strictObject({ kind: z.literal('stop'), ...numbered });
export const Record = z.strictObject({
  kind: z.literal('record'),
  ...timed,
  maxMs: z.number().int().min(1_000).max(600_000),
  /** Silence that ends the recording. */
  silenceMs: z.number().int().min(1_000).max(30_000),
  terminators: Terminators,
});
export const Dial = z.strictObject({
  kind: z.literal('dial'),
  ...timed,
  target: DialTarget,
  ringMs: z.number().int().min(5_000).max(120_000),
  /** Number shown, one of the tenant's own; absent: the one that was called. */
  callerId: DialDigits.optional(),
  /** Said to whoever answers; the leg counts as answered when he has pressed the key. */
  accept: z
    .strictObject({ prompts: z.array(Prompt).min(1).max(20), key: z.string().regex(/^[0-9*#]$/) })
    .optional(),
});
/** Recording of the whole call; never awaited. */
export const CallRecording = z.strictObject({
  kind: z.literal('callRecording'),
  ...numbered,
  action: z.enum(['start', 'stop', 'pause', 'resume', 'mask', 'unmask']),
});
/** Ends a leg that was dialled by verb number `dial`, ringing or answered. */
export const CancelDial = z.strictObject({ kind: z.literal('cancelDial'), ...numbered, dial: VerbNumber });
/** Connects the caller with the leg that verb number `dial` brought to answer. */
export const Bridge = z.strictObject({ kind: z.literal('bridge'), ...numbered, dial: VerbNumber });
export const Hangup = z.strictObject({ kind: z.literal('hangup'), ...numbered, cause: HangupCause });

/** Asked of our own side, not of the switch: is the calendar open at this instant? Answered by an `hours` event. */
export const BusinessHours = z.strictObject({
  kind: z.literal('businessHours'),
  ...numbered,
  calendar: z.union([
    z.string().max(64),
    z.strictObject({ company: z.uuid() }),
    z.strictObject({ number: z.string().max(40) }),
  ]),
});
export type CalendarAsked = z.infer<typeof BusinessHours>['calendar'];

/** Asked of our own side: the next instant at which it is this time of day in Seoul, or at which the calendar is open. */
export const NextInstant = z.strictObject({
  kind: z.literal('nextInstant'),
  ...numbered,
  until: z.union([
    z.strictObject({ time: z.string().max(5) }),
    z.strictObject({ opens: BusinessHours.shape.calendar }),
  ]),
});

/** Asked of our own side: the version of another scenario of the company that is published now. */
export const FindScenario = z.strictObject({
  kind: z.literal('findScenario'),
  ...numbered,
  scenario: z.uuid(),
});

/** Asked of our own side, while the caller hears the filler: answered by a `fetched` event whenever it is there. */
export const HttpRequest = z.strictObject({
  kind: z.literal('httpRequest'),
  ...numbered,
  method: z.enum(['GET', 'POST']),
  url: z.string().max(2_000),
  body: z.record(z.string().max(40), Value),
  timeoutMs: z.number().int().min(500).max(10_000),
  retries: z.number().int().min(0).max(2),
  cacheMs: z.number().int().min(0).max(86_400_000),
  take: z.array(z.strictObject({ variable: z.string().max(40), path: z.string().max(500) })).max(20),
});
export type HttpRequest = z.infer<typeof HttpRequest>;

/**
 * Asked of our own side: a text into the ledger. Answered by a `messaged` event; nothing of it waits for a provider.
 * Its number makes the key of the message, so that one verb is one text however often it is asked for.
 */
export const SendMessage = z.strictObject({
  kind: z.literal('sendMessage'),
  ...numbered,
  /** As the trunk or the caller gave it. */
  to: z.string().max(60),
  text: z.string().max(2_000).optional(),
  /** Name or id. */
  template: z.string().max(60).optional(),
  values: z.record(z.string().max(40), z.string().max(200)),
  sender: z.string().max(20).optional(),
});
export type SendMessage = z.infer<typeof SendMessage>;

export const SwitchVerb = z.discriminatedUnion('kind', [
  Answer,
  Play,
  Collect,
  Music,
  Stop,
  Record,
  Dial,
  CancelDial,
  Bridge,
  CallRecording,
  Hangup,
]);
export type SwitchVerb = z.infer<typeof SwitchVerb>;

export const RequestVerb = z.discriminatedUnion('kind', [
  BusinessHours,
  SendMessage,
  NextInstant,
  FindScenario,
  HttpRequest,
]);
export type RequestVerb = z.infer<typeof RequestVerb>;

export type Verb = SwitchVerb | RequestVerb;
export type VerbKind = Verb['kind'];
