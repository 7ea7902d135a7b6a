import { Scenario } from '../../contracts/scenario/document.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { contextOf, error, type Rule } from './context.ts';
import { jsonGate } from './json-gate.ts';
import { loops } from './loops.ts';
import { calendars, hungUpHandler } from './places.ts';
import { prompts } from './prompts.ts';
import { calls, reach } from './reach.ts';
import { texts } from './texts.ts';
import { variables } from './variables.ts';
import { wiring } from './wiring.ts';

const RULES: readonly Rule[] = [
  wiring,
  reach,
  calls,
  loops,
  prompts,
  variables,
  texts,
  calendars,
  hungUpHandler,
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
 */
export function lintScenario(document: unknown, catalog: PromptCatalog): Problem[] {
  return checkScenario(document, catalog).problems;
}

/** Like `lintScenario`, and returns the document as read (with its defaults) if its shape is right. */
export function checkScenario(document: unknown, catalog: PromptCatalog): Checked {
  const gate = jsonGate(document);
  if (gate.length > 0) return { problems: gate };
  const parsed = Scenario.safeParse(document);
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, MAX_SCHEMA_PROBLEMS).map((issue) => {
      const where = issue.path.map(String).join('.');
      return error(
        'document-invalid',
        placeOf(issue.path),
        `${where === '' ? 'The document' : where}: ${issue.message}`,
      );
    });
    return { problems };
  }
  const context = contextOf(parsed.data, catalog);
  const problems = RULES.flatMap((rule) => rule(context));
  // Errors first: a list that is cut must still say that the scenario cannot be published.
  const bySeverity = [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
  return { problems: bySeverity.slice(0, MAX_PROBLEMS), doc: parsed.data };
}

const isError = (problem: Problem): boolean => problem.severity === 'error';

/** `blocks.menu.tries` → `main/menu`, `subScenarios.pay.blocks.ask` → `pay/ask`. */
function placeOf(path: readonly PropertyKey[]): string | null {
  const [first, second, third, fourth] = path.map(String);
  if (first === 'blocks' && second !== undefined) return `main/${second}`;
  return first === 'subScenarios' && third === 'blocks' && fourth !== undefined
    ? `${second}/${fourth}`
    : null;
}
