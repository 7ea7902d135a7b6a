import type { Problem, ProblemFacts } from '../../contracts/scenario/problem.ts';
import { error } from './context.ts';

type Kind = ProblemFacts['document-invalid']['issue'];

/** What the schema found wrong, as zod reports it. */
type Issue = { code: string; path: readonly PropertyKey[]; message: string; input?: unknown };

const KINDS: Readonly<Record<string, Kind>> = {
  unrecognized_keys: 'unknown-field',
  invalid_type: 'wrong-type',
  too_small: 'too-small',
  too_big: 'too-big',
  invalid_format: 'format',
  invalid_value: 'choice',
  invalid_union: 'choice',
};

/** The problem that a field of the wrong shape is. */
export function shapeProblem(issue: Issue): Problem {
  const field = issue.path.map(String).join('.');
  const missing = issue.code === 'invalid_type' && / received undefined$/.test(issue.message);
  return error(
    'document-invalid',
    placeOf(issue.path),
    `${field === '' ? 'The document' : field}: ${issue.message}`,
    { field, issue: missing ? 'missing' : (KINDS[issue.code] ?? 'rule'), reason: issue.message },
  );
}

/** `blocks.menu.tries` → `main/menu`, `subScenarios.pay.blocks.ask` → `pay/ask`. */
function placeOf(path: readonly PropertyKey[]): string | null {
  const [first, second, third, fourth] = path.map(String);
  if (first === 'blocks' && second !== undefined) return `main/${second}`;
  return first === 'subScenarios' && third === 'blocks' && fourth !== undefined
    ? `${second}/${fourth}`
    : null;
}
