import { z } from 'zod';
import { Block } from './block.ts';
import { Calendar } from './calendar.ts';
import { LANGUAGES, Language } from './language.ts';
import { SCENARIO_LIMITS } from './limits.ts';
import { BlockId, CalendarName, MAIN_PART, PartId, VariableName } from './names.ts';
import { ShownText } from './shown-text.ts';
import { VariableDefinition } from './value.ts';

const Blocks = z.record(BlockId, Block);

/**
 * `promptFailed`: a prompt could not be played and the block has no outcome for it. `httpTimeout`: another system did not
 * answer in time and the block has no outcome for it. `mediaTimeout`: the switch has ended the call because no voice came any more (nobody listens, like
 * `onHungUp`). `operatorCommand`: somebody in the console sent the call here. `engineRestarted`: what the caller was
 * doing was lost while we were away.
 */
export const HANDLER_NAMES = [
  'promptFailed',
  'httpTimeout',
  'mediaTimeout',
  'operatorCommand',
  'engineRestarted',
] as const;
export type HandlerName = (typeof HANDLER_NAMES)[number];
const Handlers = z.partialRecord(z.enum(HANDLER_NAMES), BlockId);

const size = (record: object): number => Object.keys(record).length;

/** `parameters` are variables of the document; whoever calls the part gives each of them a value. */
export const SubScenario = z.strictObject({
  entry: BlockId,
  blocks: Blocks,
  parameters: z.array(VariableName).max(20).default([]),
});
export type SubScenario = z.infer<typeof SubScenario>;

/**
 * A scenario as people write and store it. `schema` is the version of this shape; the content is versioned by the hash
 * of its canonical JSON, which is what a running call keeps.
 */
export const Scenario = z
  .strictObject({
    schema: z.literal(1),
    name: ShownText(80).min(1),
    /** The language in which a call begins, and of the texts in the document. */
    language: Language,
    /** Every language that callers are offered, the first one included; absent: that one alone. */
    languages: z.array(Language).min(1).max(LANGUAGES.length).optional(),
    variables: z.record(VariableName, VariableDefinition).default({}),
    calendars: z.record(CalendarName, Calendar).default({}),
    entry: BlockId,
    blocks: Blocks,
    subScenarios: z.record(PartId, SubScenario).default({}),
    /**
     * Block of the main part at which a call goes on when the caller hung up: only `condition`, `set` and a final
     * `hangup` (which then issues nothing and gives the outcome). Absent: the outcome is what the call has reached.
     */
    onHungUp: BlockId.optional(),
    /** Blocks of the main part at which a call goes on when something happens wherever it is. */
    handlers: Handlers.optional(),
  })
  .refine((doc) => !Object.hasOwn(doc.subScenarios, MAIN_PART), 'no sub-scenario may be called "main"')
  .refine(
    (doc) => doc.languages === undefined || doc.languages.includes(doc.language),
    'languages must include the language in which a call begins',
  )
  .refine(
    (doc) => blockCount(doc) <= SCENARIO_LIMITS.blocks,
    `at most ${SCENARIO_LIMITS.blocks} blocks, sub-scenarios included`,
  )
  .refine((doc) => size(doc.subScenarios) <= SCENARIO_LIMITS.subScenarios, 'at most 50 sub-scenarios')
  .refine((doc) => size(doc.variables) <= SCENARIO_LIMITS.variables, 'at most 100 variables')
  .refine((doc) => size(doc.calendars) <= SCENARIO_LIMITS.calendars, 'at most 20 calendars');
export type Scenario = z.infer<typeof Scenario>;
/** A scenario as written: what has a default may be left out. */
export type ScenarioDraft = z.input<typeof Scenario>;

function blockCount(doc: { blocks: object; subScenarios: Record<string, { blocks: object }> }): number {
  return Object.values(doc.subScenarios).reduce((sum, sub) => sum + size(sub.blocks), size(doc.blocks));
}
