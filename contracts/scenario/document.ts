import { z } from 'zod';
import { Block } from './block.ts';
import { Calendar } from './calendar.ts';
import { SCENARIO_LIMITS } from './limits.ts';
import { BlockId, CalendarName, MAIN_PART, PartId, VariableName } from './names.ts';
import { VariableDefinition } from './value.ts';

const Blocks = z.record(BlockId, Block);
const size = (record: object): number => Object.keys(record).length;

export const SubScenario = z.strictObject({ entry: BlockId, blocks: Blocks });
export type SubScenario = z.infer<typeof SubScenario>;

/**
 * A scenario as people write and store it. `schema` is the version of this shape; the content is versioned by the hash
 * of its canonical JSON, which is what a running call keeps.
 */
export const Scenario = z
  .strictObject({
    schema: z.literal(1),
    name: z.string().min(1).max(80),
    /** Folder of the prompt pieces and of the apology. */
    language: z.enum(['ko']),
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
  })
  .refine((doc) => !Object.hasOwn(doc.subScenarios, MAIN_PART), 'no sub-scenario may be called "main"')
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
