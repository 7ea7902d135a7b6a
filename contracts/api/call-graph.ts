import { z } from 'zod';

/** The scenario version of a call as a graph (`GET /api/v1/calls/{id}/graph`); the walked path is the call's steps. */
export const GraphBlock = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    label: z.string().nullable(),
    next: z.array(z.strictObject({ outcome: z.string(), target: z.string() })),
    part: z.string().nullable().meta({ description: 'The part that a sub-scenario block enters' }),
  })
  .meta({ id: 'ScenarioGraphBlock' });

export const GraphPart = z
  .strictObject({ id: z.string(), name: z.string(), entry: z.string(), blocks: z.array(GraphBlock) })
  .meta({ id: 'ScenarioGraphPart' });
export type GraphPart = z.infer<typeof GraphPart>;

export const CallGraphView = z
  .strictObject({
    name: z.string(),
    version: z.number().int().nullable().meta({ description: 'Running number among those of this name' }),
    hash: z.string(),
    entry: z.string().meta({ description: '`part/block` that a call begins with' }),
    parts: z.array(GraphPart),
  })
  .meta({ id: 'ScenarioGraph' });
export type CallGraphView = z.infer<typeof CallGraphView>;
