import { CallwrightError, isCallwrightError } from '../contracts/errors.ts';

/**
 * SQLSTATEs that say "not now": connection exceptions (class 08), shutdown and start-up (57P01–57P03), no room for one
 * more connection (53300), statement cancelled by its time-out (57014), read-only standby after a failover (25006).
 */
const UNAVAILABLE_STATES = new Set(['57P01', '57P02', '57P03', '57014', '53300', '25006']);
const UNAVAILABLE_ERRNOS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOENT',
]);
/** node-postgres and knex give no code for these; the words are theirs. */
const UNAVAILABLE_WORDS =
  /connection terminated|timeout acquiring a connection|timeout expired|query read timeout|unable to acquire a connection|not queryable|client was closed|aborted/i;

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && (UNAVAILABLE_STATES.has(code) || UNAVAILABLE_ERRNOS.has(code))) return true;
  if (code?.startsWith('08')) return true;
  return error instanceof Error && UNAVAILABLE_WORDS.test(error.message);
}

/** One line about a failed statement without its text, bindings or `detail`: those hold phone numbers. */
export function describeDatabaseError(error: unknown): string {
  const code = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown');
  const constraint =
    error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
      ? ` (${error.constraint})`
      : '';
  return isUnavailable(error)
    ? `Postgres does not answer: ${code}`
    : `Postgres refused a statement: ${code}${constraint}`;
}

/**
 * Turns whatever a query threw into the product's error: `db/unavailable` may be tried again (every write here is
 * keyed by its effect, so a repeat is harmless even if the first commit went through and only the reply was lost);
 * anything else is `server/bug`. The cause is dropped on purpose, see `describeDatabaseError`.
 */
export function toDatabaseError(error: unknown): CallwrightError {
  if (isCallwrightError(error)) return error;
  return new CallwrightError(
    isUnavailable(error) ? 'db/unavailable' : 'server/bug',
    describeDatabaseError(error),
  );
}

/** Awaits a query and maps its failure. Every repository function goes through here. */
export async function query<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toDatabaseError(error);
  }
}
