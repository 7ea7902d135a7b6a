import { defineSignal } from '@temporalio/workflow';

/** The caller who wanted this leg no longer does. */
export const cancelLegSignal = defineSignal('cancelLeg');
