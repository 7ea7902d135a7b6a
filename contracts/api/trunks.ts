import { z } from 'zod';
import { DialDigits } from '../ids.ts';
import { Instant, Moment, RowId } from './instants.ts';
import { Advice, Texts } from './texts.ts';

/** `missing`: the switch has no gateway of that name. `unknown`: nobody could say. `degraded`: not on every switch. */
export const TRUNK_STATES = ['up', 'degraded', 'down', 'missing', 'unknown'] as const;

/** A trunk as one switch tells it; counters since the gateway was loaded. */
export const TrunkNodeView = z
  .strictObject({
    node: z.string(),
    state: z.enum(['up', 'down', 'missing', 'unknown']),
    registration: z.string().nullable().meta({ example: 'REGED' }),
    pingMs: z.number().nullable(),
    callsIn: z.number().int().nullable(),
    callsOut: z.number().int().nullable(),
    failedIn: z.number().int().nullable(),
    failedOut: z.number().int().nullable(),
    upSince: Instant.nullable(),
    reportedAt: Instant,
    stale: z.boolean().meta({ description: 'Nobody has looked for 30 s' }),
  })
  .meta({ id: 'TrunkNode' });
export type TrunkNodeView = z.infer<typeof TrunkNodeView>;

export const TrunkView = z
  .strictObject({
    name: z.string(),
    tenant: z.string().nullable().meta({ description: 'Null: shared by all companies' }),
    enabled: z.boolean(),
    maxCalls: z.number().int(),
    callsPerSecond: z.number().int(),
    callerNumbersLimited: z
      .boolean()
      .meta({ description: 'False: every number of the calling company may be shown' }),
    callerNumbers: z.array(z.string()).meta({ description: 'Of a shared trunk, those of the own company' }),
    calls: z.number().int().meta({ description: 'Legs of ours on it now' }),
    state: z.enum(TRUNK_STATES),
    advice: Advice.nullable(),
    nodes: z.array(TrunkNodeView),
    updatedAt: Instant.meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'Trunk' });
export type TrunkView = z.infer<typeof TrunkView>;

export const TrunkListView = z.strictObject({ trunks: z.array(TrunkView) }).meta({ id: 'TrunkList' });
export type TrunkListView = z.infer<typeof TrunkListView>;

const TrunkName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
export const TrunkParams = z.strictObject({ name: TrunkName });

/** People write `070-1234-5678`; records hold digits. */
export const WrittenNumber = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(DialDigits);

/** Takes effect with the next dial. `updatedAt` is that of the trunk as it was seen; another one is a conflict. */
export const TrunkChange = z
  .strictObject({
    updatedAt: Moment,
    enabled: z.boolean().optional(),
    maxCalls: z.number().int().min(0).max(100_000).optional(),
    callsPerSecond: z.number().int().min(0).max(1_000).optional(),
    callerNumbers: z
      .array(WrittenNumber)
      .max(1_000)
      .optional()
      .meta({ description: 'Empty: not limited any more' }),
  })
  .refine((change) => Object.keys(change).length > 1, 'say what to change')
  .meta({ id: 'TrunkChange' });
export type TrunkChange = z.infer<typeof TrunkChange>;

export const NewTestCall = z.strictObject({ to: WrittenNumber }).meta({ id: 'NewTestCall' });
export const TestCallStarted = z.strictObject({ id: z.string() }).meta({ id: 'TestCallStarted' });
export const TestCallParams = z.strictObject({ id: RowId });

export const TestCallView = z
  .strictObject({
    id: z.string(),
    trunk: z.string(),
    toMasked: z.string(),
    callerNumber: z.string(),
    state: z.enum(['planned', 'ringing', 'answered', 'ended']),
    cause: z.string().nullable().meta({ description: 'In the words of the switch', example: 'USER_BUSY' }),
    causeWords: Texts.nullable(),
    createdAt: Instant,
    ringingAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'TestCall' });
export type TestCallView = z.infer<typeof TestCallView>;
