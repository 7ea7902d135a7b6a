import { z } from 'zod';

/**
 * Every call ends with exactly one outcome: a result that says whose doing it was, and a reason from a closed list.
 * A customer's own limit or a callee who does not answer is not counted as our failure.
 */
export const OUTCOMES = {
  success: ['completed', 'connected', 'message-left', 'informed'],
  /** The caller's side: hung up before the end, never typed anything usable. */
  client: ['caller-hung-up', 'no-input', 'wrong-input', 'refused'],
  /** Somebody else's side: the dialled party or the network. */
  upstream: ['busy', 'no-answer', 'rejected', 'unreachable'],
  server: [
    'bug',
    'media-lost',
    'prompt-missing',
    'recording-failed',
    'scenario-missing',
    'switch-unreachable',
    'engine-unavailable',
    'too-long',
  ],
  indeterminate: ['unknown'],
} as const;

export type CallResult = keyof typeof OUTCOMES;
type ReasonsOf<R extends CallResult> = (typeof OUTCOMES)[R][number];
export type OutcomeReason = { [R in CallResult]: ReasonsOf<R> }[CallResult];

const outcomeOf = <R extends CallResult>(result: R) =>
  z.strictObject({ result: z.literal(result), reason: z.enum(OUTCOMES[result]) });

export const Outcome = z.discriminatedUnion('result', [
  outcomeOf('success'),
  outcomeOf('client'),
  outcomeOf('upstream'),
  outcomeOf('server'),
  outcomeOf('indeterminate'),
]);
export type Outcome = z.infer<typeof Outcome>;
