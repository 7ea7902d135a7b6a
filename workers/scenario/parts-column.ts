import type { CompiledScenario } from '../../contracts/scenario/part.ts';

/** What stands in `scenario_versions.parts` beside the parts themselves; no part id begins with `$`. */
export const ENTRY_KEY = '$entry';
export const CALENDARS_KEY = '$calendars';

/** The columns of a published version. Compiled and linted before it was written, so reading does not check again. */
export const partsColumn = (compiled: CompiledScenario): Record<string, unknown> => ({
  ...compiled.parts,
  [ENTRY_KEY]: compiled.entryPart,
  [CALENDARS_KEY]: compiled.calendars,
});
