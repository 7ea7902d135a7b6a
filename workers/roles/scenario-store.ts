import type { Calendars } from '../../activities/call/business-hours.ts';
import type { ScenarioStore } from '../../activities/call/load-part.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { CALENDARS_KEY, ENTRY_KEY } from '../scenario/parts-column.ts';

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
