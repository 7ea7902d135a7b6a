import type { Calendars } from '../../activities/call/business-hours.ts';
import type { ScenarioStore } from '../../activities/call/load-part.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import type { Repositories } from '../../db/repositories/index.ts';

/** What stands in `scenario_versions.parts` beside the parts themselves; no part id begins with `$`. */
export const ENTRY_KEY = '$entry';
export const CALENDARS_KEY = '$calendars';

/** The columns of a published version. Compiled and linted before it was written, so reading does not check again. */
export const partsColumn = (compiled: CompiledScenario): Record<string, unknown> => ({
  ...compiled.parts,
  [ENTRY_KEY]: compiled.entryPart,
  [CALENDARS_KEY]: compiled.calendars,
});

/** Published versions, as a call's workflow reads them. */
export function createScenarioStore(tables: Repositories): ScenarioStore & Calendars {
  const actor = systemActor('flow-worker');
  const read = (scenario: ScenarioHash, key: string): Promise<unknown> =>
    tables.scenarioVersions.part(actor, scenario, key);
  return {
    async entryPart(scenario) {
      const entry = await read(scenario, ENTRY_KEY);
      return typeof entry === 'string' ? entry : undefined;
    },
    part: async (scenario, part) => (await read(scenario, part)) as ScenarioPart | undefined,
    async calendar(scenario, name) {
      const calendars = (await read(scenario, CALENDARS_KEY)) as Record<string, Calendar> | undefined;
      return calendars !== undefined && Object.hasOwn(calendars, name) ? calendars[name] : undefined;
    },
  };
}
