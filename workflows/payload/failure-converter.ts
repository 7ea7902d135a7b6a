import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures go through the codec too: a number or a name may stand in them. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
