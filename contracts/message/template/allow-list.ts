import { TEMPLATE_HELPERS } from './template-helpers.ts';
import type { TemplateProblemCode } from './template-problem.ts';
import { isVariableName } from './variable-name.ts';

type Node = hbs.AST.Node;
type Path = hbs.AST.PathExpression;

/** What is not allowed, and the node whose place is told. */
export type Fault = { code: TemplateProblemCode; node: Node };

const isPath = (node: Node): node is Path => node.type === 'PathExpression';
/** Written as one bare word: `this`, `..`, `./if`, `@if` and `a.b` are none. */
const isPlain = ({ original, parts, depth, data }: Path): boolean =>
  !data && depth === 0 && parts.length === 1 && parts[0] === original;

/** A variable is a name of one segment. */
export function variableFault(node: Node): Fault | undefined {
  const code = variableCode(node);
  return code === undefined ? undefined : { code, node };
}

function variableCode(node: Node): TemplateProblemCode | undefined {
  if (node.type === 'SubExpression') return 'sub-expression';
  if (!isPath(node)) return 'helper-value';
  if (node.data) return 'data';
  if (!isPlain(node)) return 'path';
  return isVariableName(node.original) && !TEMPLATE_HELPERS.has(node.original) ? undefined : 'name';
}

/** `{{이름}}`, or a listed helper with one name, text or number. */
export function mustacheFault(node: hbs.AST.MustacheStatement): Fault | undefined {
  const { path, params, hash, escaped } = node;
  const [value, ...more] = params;
  const isHelper = isPath(path) && isPlain(path) && TEMPLATE_HELPERS.has(path.original);
  if (!escaped) return { code: 'unescaped', node };
  if (hash !== undefined) return { code: 'hash', node };
  if (value === undefined) return isHelper ? { code: 'helper-value', node } : variableFault(path);
  if (!isHelper) return { code: 'unknown-helper', node };
  if (more.length > 0) return { code: 'helper-value', node };
  return value.type === 'StringLiteral' || value.type === 'NumberLiteral' ? undefined : variableFault(value);
}

/** `{{#if 이름}}` and `{{#unless 이름}}`, with or without `else`; `opening` is how it is written. */
export function blockFault(node: hbs.AST.BlockStatement, opening: string): Fault | undefined {
  const { path, params, hash } = node;
  const [value, ...more] = params;
  if (opening.startsWith('{{{{')) return { code: 'raw-block', node };
  if (!isPath(path) || !isPlain(path) || !['if', 'unless'].includes(path.original))
    return { code: 'block', node };
  if (hash !== undefined) return { code: 'hash', node };
  if (value === undefined || more.length > 0) return { code: 'block', node };
  if (branchesOf(node).some(({ blockParams = [] }) => blockParams.length > 0)) return { code: 'block', node };
  return variableFault(value);
}

/** What is shown and what otherwise; with `{{^if}}` the first is missing, though the types say it is there. */
export const branchesOf = ({ program, inverse }: hbs.AST.BlockStatement): readonly hbs.AST.Program[] =>
  [program as hbs.AST.Program | undefined, inverse as hbs.AST.Program | undefined].filter(
    (branch) => branch !== undefined,
  );
