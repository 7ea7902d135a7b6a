/** What Handlebars knows by itself, and what every object answers to: no variable is called so. */
const TAKEN = new Set([
  ...['if', 'unless', 'each', 'with', 'log', 'lookup', 'else', 'this', 'helperMissing', 'blockHelperMissing'],
  ...['constructor', 'prototype', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty'],
  ...['isPrototypeOf', 'propertyIsEnumerable', 'true', 'false', 'null', 'undefined'],
]);

/**
 * A name that can stand between the braces: letters of any script, digits and `_`, up to 40 characters, no digit in
 * front. Names that begin with `__` belong to JavaScript.
 */
export const isVariableName = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,39}$/u.test(name) && !name.startsWith('__') && !TAKEN.has(name);
