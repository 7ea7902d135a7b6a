import { Scenario } from '../../contracts/scenario/document.ts';
import type { LintSurroundings, Problem } from '../../contracts/scenario/problem.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { contextOf, type Rule } from './context.ts';
import { decisions } from './decisions.ts';
import { definitions } from './definitions.ts';
import { jsonGate } from './json-gate.ts';
import { loops } from './loops.ts';
import { parameters } from './parameters.ts';
import { calendars, handlers } from './places.ts';
import { prompts } from './prompts.ts';
import { calls, reach } from './reach.ts';
import { sense } from './sense.ts';
import { shapeProblem } from './shape.ts';
import { surroundings as surrounded } from './surroundings.ts';
import { texts } from './texts.ts';
import { variables } from './variables.ts';
import { wiring } from './wiring.ts';

const RULES: readonly Rule[] = [
  wiring,
  reach,
  calls,
  loops,
  decisions,
  prompts,
  variables,
  definitions,
  sense,
  texts,
  calendars,
  handlers,
  parameters,
  surrounded,
];
const MAX_SCHEMA_PROBLEMS = 50;
/** Nobody reads more at once, and a hostile document has thousands. */
const MAX_PROBLEMS = 300;

/** A document that was read: usable if there is no problem of severity `error`. */
export type Checked = { problems: Problem[]; doc?: Scenario };

/**
 * Checks a scenario document, whatever it is: size and keys, then shape, then meaning. Always terminates and never
 * throws; bounded by the document's limits (S15).
 * @param document JSON as parsed, from anybody
 * @param surroundings what the company has; what is absent is not checked
 */
export function lintScenario(
  document: unknown,
  catalog: PromptCatalog,
  surroundings: LintSurroundings = {},
): Problem[] {
  return checkScenario(document, catalog, surroundings).problems;
}

/** Like `lintScenario`, and returns the document as read (with its defaults) if its shape is right. */
export function checkScenario(
  document: unknown,
  catalog: PromptCatalog,
  surroundings: LintSurroundings = {},
): Checked {
  const gate = jsonGate(document);
  if (gate.length > 0) return { problems: gate };
  const parsed = Scenario.safeParse(document);
  if (!parsed.success) {
    return { problems: parsed.error.issues.slice(0, MAX_SCHEMA_PROBLEMS).map(shapeProblem) };
  }
  const context = contextOf(parsed.data, catalog, surroundings);
  const problems = RULES.flatMap((rule) => rule(context));
  // Errors first: a list that is cut must still say that the scenario cannot be published.
  const bySeverity = [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
  return { problems: bySeverity.slice(0, MAX_PROBLEMS), doc: parsed.data };
}

const isError = (problem: Problem): boolean => problem.severity === 'error';
