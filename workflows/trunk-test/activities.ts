import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { TrunkTestActivities } from '../../activities/trunk/types.ts';
import { switchQueue } from '../../contracts/call/names.ts';
import type { NodeName } from '../../contracts/ids.ts';

type Greet = Pick<TrunkTestActivities, 'greetTrunkTest'>;

/** Somebody has picked up and hears nothing yet: at once, inside the workflow task. */
export const greeting = proxyLocalActivities<Greet>({
  startToCloseTimeout: '1 s',
  retry: { maximumAttempts: 1 },
});

/** The second try, by the worker of the node: the channel says whether it was told already. */
export const greetingOnNode = (node: NodeName): Greet =>
  proxyActivities<Greet>({
    taskQueue: switchQueue(node),
    startToCloseTimeout: '3 s',
    scheduleToCloseTimeout: '20 s',
    retry: { initialInterval: '200 ms', maximumInterval: '2 s' },
  });

/** The row that people watch; an end that is never written would block the next test for minutes. */
export const rows = proxyActivities<Pick<TrunkTestActivities, 'startTrunkTest' | 'noteTrunkTest'>>({
  startToCloseTimeout: '5 s',
  scheduleToCloseTimeout: '10 min',
  retry: { initialInterval: '200 ms', maximumInterval: '5 s' },
});
