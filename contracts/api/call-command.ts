import { z } from 'zod';

/** What may be done to a call in progress: on to its scenario's handler for that, or out of it. */
export const CallCommandBody = z
  .strictObject({ command: z.enum(['handler', 'hangup']) })
  .meta({ id: 'CallCommand' });
export type CallCommandBody = z.infer<typeof CallCommandBody>;
