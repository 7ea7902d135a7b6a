/** What Handlebars knows by itself, and what every object answers to: no variable is called so. */
const TAKEN = new Set([
  ...['if', 'unless', 'each', 'with', 'log', 'lookup', 'else', 'this', 'helperMissing', 'blockHelperMissing'],
  ...['constructor', 'prototype', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty'],
  ...['isPrototypeOf', 'propertyIsEnumerable', 'true', 'false', 'null', 'undefined'],
]);

/**
 * A name that can stand between the braces: letters of any script, digits, `_` and single blanks within, up to 40
 * characters, no digit in front. Headings of sheets have blanks; such a name is written `{{[예약 시간]}}`. Names that begin
 * with `__` belong to JavaScript.
 */
export const isVariableName = (name: string): boolean =>
  name.length <= 40 &&
  /^[\p{L}_](?: ?[\p{L}\p{M}\p{N}_])*$/u.test(name) &&
  !name.startsWith('__') &&
  !TAKEN.has(name);
