import { z } from 'zod';
import { Instant } from './instants.ts';
import { Advice, Texts } from './texts.ts';

/** `degraded`: it works, but something is wrong with it. `off`: this installation does without it. */
export const SYSTEM_STATES = ['ok', 'degraded', 'down', 'off'] as const;

/** One part of the installation, and what to do about it. */
export const SystemPartView = z
  .strictObject({
    part: z.string().meta({ example: 'switch:seoul-1' }),
    title: Texts,
    state: z.enum(SYSTEM_STATES),
    version: z.string().nullable(),
    detail: Texts.nullable().meta({ description: 'Up time, sessions, free space' }),
    lastSuccessAt: Instant.nullable(),
    lastErrorAt: Instant.nullable(),
    lastError: z.string().nullable(),
    advice: Advice.nullable(),
  })
  .meta({ id: 'SystemPart' });
export type SystemPartView = z.infer<typeof SystemPartView>;

export const SystemView = z
  .strictObject({ checkedAt: Instant, parts: z.array(SystemPartView) })
  .meta({ id: 'System' });
export type SystemView = z.infer<typeof SystemView>;
