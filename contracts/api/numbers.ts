import { z } from 'zod';
import { Hours } from '../call/event.ts';
import { PromptPath } from '../call/prompt.ts';
import { DialDigits, ScenarioHash } from '../ids.ts';
import { Instant, Moment, RowId } from './instants.ts';

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

/** One calendar of the scenario, today on the clock of its zone. */
export const HoursTodayView = z
  .strictObject({
    calendar: z.string(),
    verdict: Hours.meta({ description: 'Now' }),
    work: span.nullable().meta({ description: 'Null on a day off' }),
    lunch: span.nullable(),
  })
  .meta({ id: 'HoursToday' });
export type HoursTodayView = z.infer<typeof HoursTodayView>;

const Named = z.strictObject({ id: z.string(), name: z.string() });

export const NumberView = z
  .strictObject({
    digits: z.string(),
    tenant: z.string(),
    enabled: z.boolean(),
    scenario: ScenarioVersionView.omit({ tenant: true }).nullable(),
    follows: Named.nullable().meta({
      description:
        'The scenario whose published version it gets; null: it keeps the version that a person chose',
    }),
    calendar: Named.nullable().meta({ description: 'Hours of the number, for scenarios that ask for them' }),
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

/**
 * Takes effect with the next call. `updatedAt` is that of the number as it was seen; another one is a conflict. `follows`
 * leads it to what a scenario has published, now and from now on; null keeps the version that it has. `scenario` is one
 * version for good, and the number follows nothing any more.
 */
export const NumberChange = z
  .strictObject({
    updatedAt: Moment,
    scenario: ScenarioHash.nullable().optional(),
    follows: RowId.nullable().optional(),
    calendar: RowId.nullable().optional(),
    fallbackPrompt: PromptPath.optional(),
    enabled: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 1, 'say what to change')
  .refine(
    ({ scenario, follows }) => scenario === undefined || follows === undefined,
    'choose a scenario to follow or one version, not both',
  )
  .meta({ id: 'NumberChange' });
export type NumberChange = z.infer<typeof NumberChange>;

/** A prompt that may be spoken when no scenario can: the shipped ones. */
export const FallbackPromptListView = z
  .strictObject({ prompts: z.array(z.strictObject({ path: z.string(), words: z.string() })) })
  .meta({ id: 'FallbackPromptList' });
export type FallbackPromptListView = z.infer<typeof FallbackPromptListView>;
