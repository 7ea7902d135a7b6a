import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** Fields that hold numbers, digits or secrets, wherever an object was logged as a whole. */
const FIELDS = ['caller', 'called', 'digits', 'password', 'pin', 'target', 'url'];
/** How deep they may stand: input of a call in a request in a message. */
const NEVER = ['', '*.', '*.*.'].flatMap((above) => FIELDS.map((field) => `${above}${field}`));

/**
 * One JSON line a message. A long run of digits in a sentence is masked as well: errors of libraries quote what they
 * were given.
 */
export function createLog(
  role: string,
  level: string,
  destination: DestinationStream = pino.destination(1),
): Logger {
  const options: LoggerOptions = {
    level,
    base: { role },
    redact: { paths: NEVER, censor: '***' },
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
    hooks: {
      logMethod(args, method) {
        const masked = args.map((arg) => (typeof arg === 'string' ? maskRuns(arg) : arg));
        method.apply(this, masked as Parameters<typeof method>);
      },
    },
  };
  return pino(options, destination);
}

/** Name, code and masked sentence of whatever was thrown; no stack in production lines. */
export function describeError(error: unknown): { name: string; code?: string; message: string } {
  if (!(error instanceof Error)) return { name: typeof error, message: maskRuns(String(error)) };
  const code = 'code' in error ? String(error.code) : undefined;
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    message: maskRuns(`${error.message}${cause}`).slice(0, 500),
  };
}

/** What has many digits and is no number: uuids, hashes, days. */
const HARMLESS =
  '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![-0-9])';
/** Phone numbers have 8 to 15 digits, with or without dashes. */
const NUMBER = String.raw`\+?[0-9](?:-?[0-9]){7,}`;
const RUNS = new RegExp(`(${HARMLESS})|${NUMBER}`, 'gi');

const maskRuns = (text: string): string =>
  text.replace(RUNS, (found, harmless: string | undefined) => harmless ?? masked(found));

function masked(found: string): string {
  const digits = found.replaceAll('-', '');
  return `${digits.slice(0, 3)}****${digits.slice(-2)}`;
}
