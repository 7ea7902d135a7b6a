import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { PromptRecordingActivities } from '../../activities/speech/recording-types.ts';
import { switchQueue } from '../../contracts/call/names.ts';
import type { NodeName } from '../../contracts/ids.ts';

type Begin = Pick<PromptRecordingActivities, 'beginPromptRecording'>;

/** Somebody has picked up and hears nothing yet: at once, inside the workflow task. */
export const beginning = proxyLocalActivities<Begin>({
  startToCloseTimeout: '1 s',
  retry: { maximumAttempts: 1 },
});

/** The second try, by the worker of the node: the channel says whether it was told already. */
export const beginningOnNode = (node: NodeName): Begin =>
  proxyActivities<Begin>({
    taskQueue: switchQueue(node),
    startToCloseTimeout: '3 s',
    scheduleToCloseTimeout: '20 s',
    retry: { initialInterval: '200 ms', maximumInterval: '2 s' },
  });

/** Beside the node that wrote the file; conversion takes seconds. */
export const storingOnNode = (node: NodeName): Pick<PromptRecordingActivities, 'storePromptRecording'> =>
  proxyActivities<Pick<PromptRecordingActivities, 'storePromptRecording'>>({
    taskQueue: switchQueue(node),
    startToCloseTimeout: '30 s',
    scheduleToCloseTimeout: '5 min',
    retry: { initialInterval: '1 s', maximumInterval: '10 s' },
  });

/** The row that people watch. */
export const rows = proxyActivities<Pick<PromptRecordingActivities, 'notePromptRecording'>>({
  startToCloseTimeout: '5 s',
  scheduleToCloseTimeout: '10 min',
  retry: { initialInterval: '200 ms', maximumInterval: '5 s' },
});
