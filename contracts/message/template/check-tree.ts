import { blockFault, branchesOf, type Fault, mustacheFault } from './allow-list.ts';
import { TEMPLATE_LIMITS } from './template-limits.ts';
import { templateProblem } from './template-messages.ts';
import type { TemplateProblem } from './template-problem.ts';

type Statement = hbs.AST.Statement;
type Position = { line: number; column: number };

export type CheckedTree = { variables: ReadonlySet<string>; problems: readonly TemplateProblem[] };

/**
 * Goes through a parsed text and lets through only what is listed (S14): everything that Handlebars can do or will
 * learn to do is refused until it is named. Stops at the limits of parts, depth and problems.
 */
export function checkTree(program: hbs.AST.Program, source: string): CheckedTree {
  const variables = new Set<string>();
  const problems: TemplateProblem[] = [];
  const offset = offsets(source);
  let parts = 0;

  const refuse = ({ code, node }: Fault): void => {
    if (problems.length < TEMPLATE_LIMITS.problems)
      problems.push(templateProblem(code, offset(node.loc.start)));
  };

  const statement = (node: Statement, depth: number): void => {
    const fault =
      isBlock(node) && depth >= TEMPLATE_LIMITS.depth
        ? ({ code: 'too-deep', node } as const)
        : faultOf(node, source, offset);
    const name = fault === undefined ? variableOf(node) : undefined;
    if (fault !== undefined) refuse(fault);
    if (name !== undefined) variables.add(name);
    if (fault === undefined && isBlock(node))
      for (const branch of branchesOf(node)) statements(branch, depth + 1);
  };

  const statements = ({ body }: hbs.AST.Program, depth: number): void => {
    for (const node of body) {
      if (parts > TEMPLATE_LIMITS.parts) return;
      parts += weightOf(node);
      if (parts > TEMPLATE_LIMITS.parts) refuse({ code: 'too-many-parts', node });
      else statement(node, depth);
    }
  };

  statements(program, 0);
  return { variables, problems };
}

const isBlock = (node: Statement): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';
const isMustache = (node: Statement): node is hbs.AST.MustacheStatement => node.type === 'MustacheStatement';

/** A statement and what stands in its braces. */
const weightOf = (node: Statement): number =>
  isBlock(node) || isMustache(node) ? 2 + node.params.length + (node.hash?.pairs.length ?? 0) : 1;

function faultOf(node: Statement, source: string, offset: (place: Position) => number): Fault | undefined {
  if (node.type === 'ContentStatement' || node.type === 'CommentStatement') return undefined;
  if (isMustache(node)) return mustacheFault(node);
  if (isBlock(node)) {
    const start = offset(node.loc.start);
    return blockFault(node, source.slice(start, start + 4));
  }
  return { code: node.type.startsWith('Partial') ? 'partial' : 'decorator', node };
}

/** The variable of an allowed statement; a helper may have a literal instead. */
function variableOf(node: Statement): string | undefined {
  if (!isMustache(node) && !isBlock(node)) return undefined;
  const value = node.params[0] ?? node.path;
  return value.type === 'PathExpression' ? (value as hbs.AST.PathExpression).original : undefined;
}

/** From the parser's line (from 1) and column to a place in the text, by the ends of lines that the parser knows. */
export function offsets(source: string): (place: Position) => number {
  const starts = [0, ...Array.from(source.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  return ({ line, column }) => Math.min((starts[line - 1] ?? 0) + column, source.length);
}
