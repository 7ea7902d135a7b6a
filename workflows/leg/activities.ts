import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { LegActivities } from '../../activities/call/types.ts';
import { switchQueue } from '../../contracts/call/names.ts';
import type { NodeName } from '../../contracts/ids.ts';
import { isFailedActivity } from '../call/failed-activity.ts';

/** One attempt: after the INVITE may have left, an error says nothing about the callee's phone (design §1.8). */
export const dialling = proxyLocalActivities<Pick<LegActivities, 'dial'>>({
  startToCloseTimeout: '3 s',
  retry: { maximumAttempts: 1 },
});

/**
 * The same by the worker of the node, when nothing was dialled for certain. Four attempts within 2 s: somebody hears
 * the ringing tone meanwhile.
 */
export const diallingOnNode = (node: NodeName): Pick<LegActivities, 'dial'> =>
  proxyActivities<Pick<LegActivities, 'dial'>>({
    taskQueue: switchQueue(node),
    startToCloseTimeout: '3 s',
    scheduleToCloseTimeout: '10 s',
    retry: { initialInterval: '200 ms', maximumAttempts: 4 },
  });

const local = proxyLocalActivities<LegActivities>({
  startToCloseTimeout: '1 s',
  retry: { maximumAttempts: 1 },
});

type Repeatable = Omit<LegActivities, 'dial'>;

/**
 * What may be done again: inside the workflow task first, then by the worker of the node, for ten minutes, because a leg
 * that nobody hangs up goes on costing money.
 */
export function onceMore(node: NodeName): Repeatable {
  const onNode = proxyActivities<Repeatable>({
    taskQueue: switchQueue(node),
    startToCloseTimeout: '5 s',
    scheduleToCloseTimeout: '10 min',
    retry: { initialInterval: '200 ms', maximumInterval: '5 s' },
  });
  const orOnNode = async <T>(first: Promise<T>, second: () => Promise<T>): Promise<T> => {
    try {
      return await first;
    } catch (error) {
      if (!isFailedActivity(error)) throw error;
      return second();
    }
  };
  return {
    hangUpLeg: (request) => orOnNode(local.hangUpLeg(request), () => onNode.hangUpLeg(request)),
    legState: (request) => orOnNode(local.legState(request), () => onNode.legState(request)),
    settleLeg: (request) => orOnNode(local.settleLeg(request), () => onNode.settleLeg(request)),
  };
}
