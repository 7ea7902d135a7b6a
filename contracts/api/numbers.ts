import { z } from 'zod';
import { Hours } from '../call/event.ts';
import { PromptPath } from '../call/prompt.ts';
import { DialDigits, ScenarioHash } from '../ids.ts';
import { Instant, Moment } from './instants.ts';

/** A published version by its running number: per company and name, in the order of publication. */
export const ScenarioVersionView = z
  .strictObject({
    hash: z.string(),
    tenant: z.string(),
    name: z.string(),
    version: z.number().int(),
    publishedAt: Instant,
  })
  .meta({ id: 'ScenarioVersion' });
export type ScenarioVersionView = z.infer<typeof ScenarioVersionView>;

export const ScenarioListView = z
  .strictObject({ scenarios: z.array(ScenarioVersionView) })
  .meta({ id: 'ScenarioList' });
export type ScenarioListView = z.infer<typeof ScenarioListView>;

const span = z.string().meta({ example: '09:00–18:00' });

/** One calendar of the scenario, today in Seoul. */
export const HoursTodayView = z
  .strictObject({
    calendar: z.string(),
    verdict: Hours.meta({ description: 'Now' }),
    work: span.nullable().meta({ description: 'Null on a day off' }),
    lunch: span.nullable(),
  })
  .meta({ id: 'HoursToday' });
export type HoursTodayView = z.infer<typeof HoursTodayView>;

export const NumberView = z
  .strictObject({
    digits: z.string(),
    tenant: z.string(),
    enabled: z.boolean(),
    scenario: ScenarioVersionView.omit({ tenant: true }).nullable(),
    fallbackPrompt: z.string(),
    fallbackWords: z.string().nullable().meta({ description: 'What the fallback prompt says' }),
    hours: z.array(HoursTodayView),
    since: Instant.meta({ description: 'Since when it leads where it does now' }),
    updatedAt: Instant.meta({ description: 'Send it back with a change' }),
  })
  .meta({ id: 'Number' });
export type NumberView = z.infer<typeof NumberView>;

export const NumberListView = z.strictObject({ numbers: z.array(NumberView) }).meta({ id: 'NumberList' });
export type NumberListView = z.infer<typeof NumberListView>;

export const NumberParams = z.strictObject({ digits: DialDigits });

/** Takes effect with the next call. `updatedAt` is that of the number as it was seen; another one is a conflict. */
export const NumberChange = z
  .strictObject({
    updatedAt: Moment,
    scenario: ScenarioHash.nullable().optional(),
    fallbackPrompt: PromptPath.optional(),
    enabled: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 1, 'say what to change')
  .meta({ id: 'NumberChange' });
export type NumberChange = z.infer<typeof NumberChange>;

/** A prompt that may be spoken when no scenario can: the shipped ones. */
export const FallbackPromptListView = z
  .strictObject({ prompts: z.array(z.strictObject({ path: z.string(), words: z.string() })) })
  .meta({ id: 'FallbackPromptList' });
export type FallbackPromptListView = z.infer<typeof FallbackPromptListView>;
