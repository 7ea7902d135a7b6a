import { z } from 'zod';
import { CallId, CoreUuid, NodeName, ScenarioHash, TenantId } from '../ids.ts';
import type { CallEvent, CallEventOf } from './event.ts';
import type { Outcome } from './outcome.ts';

/** What a call begins with. Encrypted by the payload codec, since it holds the numbers. */
export const CallInput = z.strictObject({
  call: CallId,
  node: NodeName,
  core: CoreUuid,
  tenant: TenantId,
  scenario: ScenarioHash,
  called: z.string().max(40),
  caller: z.string().max(40),
  arrivedAt: z.number().int(),
  /** Tests force continue-as-new early; absent in production (design §5: below 4,096 events). */
  continueAfterEvents: z.number().int().min(10).optional(),
});
export type CallInput = z.infer<typeof CallInput>;

export type EventsUpdateResult = { accepted: number };
export type EventsUpdateArgs = [CallEvent[]];

/** What somebody in the console wants of a call. `id` is drawn by whoever sends it: sent twice it is one command. */
export type CallCommand = Pick<CallEventOf<'commanded'>, 'id' | 'command'>;

export type CallWorkflowResult = { outcome: Outcome; verbs: number; steps: number };
