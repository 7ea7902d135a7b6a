import pino, { type Logger } from 'pino';

/** Paths that hold numbers, digits or secrets, wherever an object was logged as a whole. */
const NEVER = [
  'caller',
  'called',
  'digits',
  'password',
  'pin',
  'target',
  'url',
  '*.caller',
  '*.called',
  '*.digits',
  '*.password',
  '*.pin',
  '*.url',
];

/**
 * One JSON line a message. A long run of digits in a sentence is masked as well: errors of libraries quote what they
 * were given.
 */
export function createLog(role: string, level: string): Logger {
  return pino({
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
  });
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

/** Phone numbers have 8 to 15 digits; parts of uuids and addresses are left alone. */
const maskRuns = (text: string): string =>
  text.replace(/(?<![0-9a-f.:-])(\+?[0-9]{3})[0-9]{3,10}([0-9]{2})(?![0-9a-f.:-])/g, '$1****$2');
