import { TEMPLATE_LIMITS } from './template-limits.ts';
import { templateProblem } from './template-messages.ts';
import type { TemplateProblem } from './template-problem.ts';

/** Brackets of expressions, which are refused anyhow; the few that may come are told by the parsed tree. */
const MOST_BRACKETS = 8;

/**
 * Refuses what takes the parser long before it gets it: its work grows with the square of brackets within brackets, and
 * a text of many braces cannot pass the limit of parts. Undefined: it may be parsed.
 */
export function refuseBeforeParsing(source: string): TemplateProblem | undefined {
  let tags = 0;
  let brackets = 0;
  let inTag = false;
  for (let at = 0; at < source.length; at += 1) {
    const opens = source.startsWith('{{', at);
    if (opens) tags += 1;
    if (tags > TEMPLATE_LIMITS.parts) return templateProblem('too-many-parts', at);
    if (opens || source.startsWith('}}', at)) {
      inTag = opens;
      at += 1;
    } else if (inTag && source[at] === '(') {
      brackets += 1;
      if (brackets > MOST_BRACKETS) return templateProblem('sub-expression', at);
    }
  }
  return undefined;
}
