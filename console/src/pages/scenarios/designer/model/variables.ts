import type { Document } from './document.ts';

export type Variable = NonNullable<Document['variables']>[string];

/** Variables that every call has; they can be read, not set. */
export const BUILT_IN = ['caller', 'called'] as const;

/** The document with a variable set or changed. */
export const withVariable = (document: Document, name: string, variable: Variable): Document => ({
  ...document,
  variables: { ...document.variables, [name]: variable },
});

/** The document without a variable; blocks that use it stay, and the problems list shows them. */
export function withoutVariable(document: Document, name: string): Document {
  const { [name]: _, ...variables } = document.variables ?? {};
  return { ...document, variables };
}

/** Fields that hold the name of a variable wherever they stand in a block. */
const NAMED = 'variable';

/** The document with a variable under another name, and with everything that reads or sets it following. */
export function renameVariable(document: Document, from: string, to: string): Document {
  const variables = document.variables ?? {};
  if (from === to || Object.hasOwn(variables, to) || !Object.hasOwn(variables, from)) return document;
  const follow = (value: unknown, field: string): unknown => {
    if (value === from && field === NAMED) return to;
    if (Array.isArray(value))
      return value.map((one: unknown) =>
        one === from && (field === 'values' || field === 'parameters') ? to : follow(one, ''),
      );
    if (typeof value === 'string' && field === 'url') return value.replaceAll(`{${from}}`, `{${to}}`);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key === from && field === 'with' ? to : key,
        follow(inner, key),
      ]),
    );
  };
  return {
    ...(follow(document, '') as Document),
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, variable]) => [name === from ? to : name, variable]),
    ),
  };
}
