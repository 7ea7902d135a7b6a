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

/** A version as it was compiled. */
export function compiledOf(column: Readonly<Record<string, unknown>>): CompiledScenario {
  const { [ENTRY_KEY]: entryPart, [CALENDARS_KEY]: calendars, ...parts } = column;
  return { entryPart, calendars: calendars ?? {}, parts } as CompiledScenario;
}
