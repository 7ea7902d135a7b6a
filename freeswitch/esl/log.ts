/**
 * Where connections tell what happened. `fields` hold names, counts and reasons, never a password, a
 * command's argument or a number.
 */
export type EslLog = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Readonly<Record<string, string | number | boolean>>,
) => void;

/** Drops everything. */
export const silentLog: EslLog = () => {};
