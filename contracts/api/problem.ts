import { z } from 'zod';
import { MessageProblem } from './messages.ts';

/** An error as the api answers it (RFC 9457), the same in JSON and XML. `code` is what programs branch on. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ example: 'urn:callwright:problem:request/invalid' }),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    code: z.string().regex(/^[a-z]+\/[a-z-]+$/),
    detail: z.string(),
    /** Also in the header `X-Request-Id` and in our log. */
    requestId: z.string(),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
    /** With `message/refused` and `message/template-invalid`: everything that is wrong, each beside its field. */
    problems: z.array(MessageProblem).optional(),
  })
  .meta({ id: 'Problem', description: 'An error. `code` is from a closed list.' });
export type Problem = z.infer<typeof Problem>;
