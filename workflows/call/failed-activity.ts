import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/**
 * True for what a failed activity throws. The last failure of a local activity arrives as it was thrown; only its
 * time-outs, and whatever happens to ordinary activities, come inside an ActivityFailure (seen with SDK 1.24).
 */
export const isFailedActivity = (error: unknown): error is ActivityFailure | ApplicationFailure =>
  error instanceof ActivityFailure || error instanceof ApplicationFailure;

/** What the activity itself threw, if it did. */
export function thrownByActivity(error: unknown): ApplicationFailure | undefined {
  const thrown = error instanceof ActivityFailure ? error.cause : error;
  return thrown instanceof ApplicationFailure ? thrown : undefined;
}
