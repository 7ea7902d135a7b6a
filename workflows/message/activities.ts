import { proxyActivities } from '@temporalio/workflow';
import type { MessageActivities } from '../../activities/message/types.ts';
import { BOOKINGS_QUEUE } from '../../contracts/message/names.ts';

/**
 * A provider that is away stops nothing: what is due goes when it is back, within a day; later the ledger fails it.
 * Without a row there is nothing due.
 */
const retry = {
  initialInterval: '500 ms',
  maximumInterval: '15 s',
  nonRetryableErrorTypes: ['request/not-found'],
};

/** Reading and writing the ledger. */
export const ledger = proxyActivities<Pick<MessageActivities, 'messageFigures' | 'finishMessage'>>({
  startToCloseTimeout: '30 s',
  retry,
});

/** Talking with the provider. The heartbeat tells after seconds, not minutes, that a worker was killed meanwhile. */
export const provider = proxyActivities<Pick<MessageActivities, 'submitNext' | 'lookUp'>>({
  startToCloseTimeout: '3 min',
  heartbeatTimeout: '10 s',
  retry,
});

/** For any workflow, on whatever queue it runs itself. */
export const accepting = proxyActivities<Pick<MessageActivities, 'acceptMessage'>>({
  taskQueue: BOOKINGS_QUEUE,
  startToCloseTimeout: '30 s',
  retry,
});
