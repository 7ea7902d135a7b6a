import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CallActivities } from '../../activities/call/types.ts';
import type { HttpActivities } from '../../activities/http/types.ts';
import type { CallMessageActivities } from '../../activities/message/call-message.ts';
import { switchQueue } from '../../contracts/call/names.ts';
import type { HttpRequest } from '../../contracts/call/verb.ts';
import type { NodeName } from '../../contracts/ids.ts';

/**
 * Verbs that only tell the switch something run inside the workflow task (design §1.5): one attempt, 1 s, because a
 * caller is waiting and the ordinary activity below is the second try, on whichever worker has the switch.
 */
export const local = proxyLocalActivities<CallActivities>({
  startToCloseTimeout: '1 s',
  retry: { maximumAttempts: 1 },
});

/** Reads that a call cannot go on without: a database that is away for a moment is worth a few quick tries. */
export const localReads = proxyLocalActivities<
  Pick<CallActivities, 'loadPart' | 'businessHours' | 'nextInstant' | 'publishedScenario'>
>({
  startToCloseTimeout: '1 s',
  scheduleToCloseTimeout: '4 s',
  retry: { initialInterval: '50 ms', maximumInterval: '500 ms' },
});

/** A text into the ledger, before the caller hears the next prompt: a few ms, or `failed` after as long as a read. */
export const localTexts = proxyLocalActivities<CallMessageActivities>({
  startToCloseTimeout: '2 s',
  scheduleToCloseTimeout: '4 s',
  retry: { initialInterval: '100 ms', maximumInterval: '500 ms' },
});

/**
 * The second try of the same verbs, on the queue of the node. Safe to repeat: the channel itself says what was already
 * issued. 40 s because a caller in a switch that nobody reaches for longer is saved by the dead-man transfer.
 */
export const onSwitch = (node: NodeName): Pick<CallActivities, 'issueVerbs' | 'inspectVerb' | 'apologise'> =>
  proxyActivities<Pick<CallActivities, 'issueVerbs' | 'inspectVerb' | 'apologise'>>({
    taskQueue: switchQueue(node),
    startToCloseTimeout: '3 s',
    scheduleToCloseTimeout: '40 s',
    retry: { initialInterval: '200 ms', backoffCoefficient: 1.5, maximumInterval: '2 s' },
  });

/** The final record has no hurry and must not be lost: tried until Postgres is back. */
export const records = proxyActivities<Pick<CallActivities, 'recordCall'>>({
  startToCloseTimeout: '10 s',
  retry: { initialInterval: '500 ms', maximumInterval: '30 s' },
});

/** Between two tries of one request, as the activity keeps it, and for the activity itself. */
const BETWEEN_TRIES_MS = 500;
const AROUND_MS = 1_000;

/**
 * A request to another system, tried again inside the activity and not by the server: only there it is known whether
 * trying again is allowed. An ordinary activity, since it takes seconds.
 */
export const outside = ({
  timeoutMs,
  retries,
}: Pick<HttpRequest, 'timeoutMs' | 'retries'>): HttpActivities => {
  const longestMs = (timeoutMs + BETWEEN_TRIES_MS) * (retries + 1) + AROUND_MS;
  return proxyActivities<HttpActivities>({
    startToCloseTimeout: longestMs,
    scheduleToCloseTimeout: longestMs,
    retry: { maximumAttempts: 1 },
  });
};
