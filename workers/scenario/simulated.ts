import type { ProblemView, SimulationView } from '../../contracts/api/scenarios.ts';
import type { Scenario } from '../../contracts/scenario/document.ts';
import type { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import {
  compileScenario,
  type PromptCatalog,
  type SimulationOptions,
  simulateCall,
} from '../../ivr-scenarios/authoring.ts';
import { hoursOf } from './company-hours.ts';
import type { JobCompany } from './job.ts';
import { NO_CALL } from './nothing.ts';
import { isStandIn } from './unvoiced.ts';

/** What stands around a simulated call: the company's hours, and its other scenarios. */
export const optionsOf = ({ hours, linked }: JobCompany): SimulationOptions => ({
  ...hoursOf(hours),
  scenarioOf: (id) => (Object.hasOwn(linked, id) ? linked[id] : undefined),
});

/** A call through a document; nothing but its problems when it cannot be run (`doc` undefined). */
export function simulated(
  doc: Scenario | undefined,
  problems: ProblemView[],
  given: SimulationGiven,
  catalog: PromptCatalog,
  company: JobCompany,
): SimulationView {
  if (doc === undefined) return { ...NO_CALL, problems };
  const { lines, path, waiting, outcome, variables } = simulateCall(
    compileScenario(doc, catalog),
    given,
    catalog,
    optionsOf(company),
  );
  return {
    // What nobody has spoken yet can be read and not be heard.
    lines: lines.map((line) => ({ ...line, prompts: line.prompts.filter((path) => !isStandIn(path)) })),
    ...{ path, waiting, outcome, problems },
    variables: shown(variables, doc),
  };
}

/** Secrets stay hidden, as on every screen. */
const shown = (variables: Record<string, Value>, doc: Scenario): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const secret = Object.hasOwn(doc.variables, name) && doc.variables[name]?.secret === true;
      return [name, secret && value !== null ? '***' : value];
    }),
  );
