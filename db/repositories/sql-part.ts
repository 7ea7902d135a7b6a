import type { Knex } from 'knex';

/** A piece of SQL with the values of its question marks. The text is ours; what comes from outside is a value (S21). */
export type SqlPart = { readonly sql: string; readonly values: readonly Knex.Value[] };

export const sqlPart = (sql: string, ...values: readonly Knex.Value[]): SqlPart => ({ sql, values });

/** Pieces one after another, with `between` in between. */
export const joinParts = (parts: readonly SqlPart[], between: string): SqlPart => ({
  sql: parts.map((part) => part.sql).join(between),
  values: parts.flatMap((part) => part.values),
});
