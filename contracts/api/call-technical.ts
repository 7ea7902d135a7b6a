import { z } from 'zod';

/** What happened to a call underneath, in order: events of the switch, verbs, what the engine did about them. */
export const TechnicalEntry = z
  .strictObject({
    at: z.string().meta({ format: 'date-time' }),
    kind: z.enum(['event', 'verb', 'activity', 'timer', 'workflow']),
    name: z.string(),
    verb: z.number().int().nullable(),
    /** Words and numbers of the entry; digits only where the call's story shows them too. */
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'TechnicalEntry' });
export type TechnicalEntry = z.infer<typeof TechnicalEntry>;

export const CallTechnicalView = z
  .strictObject({
    workflowId: z.string(),
    node: z.string(),
    coreUuid: z.string(),
    temporalUrl: z
      .string()
      .nullable()
      .meta({ description: "Temporal's page of the workflow, when there is one" }),
    history: z
      .enum(['complete', 'gone', 'unavailable'])
      .meta({ description: '`gone`: past its retention; the verbs of the story remain' }),
    entries: z.array(TechnicalEntry),
  })
  .meta({ id: 'CallTechnical' });
export type CallTechnicalView = z.infer<typeof CallTechnicalView>;
