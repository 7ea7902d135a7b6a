/**
 * The closed set of things that can go wrong, as a caller of our code sees them. Each room maps a code to its own
 * world once: api → HTTP status, activities → ApplicationFailure and "retryable or not".
 */
export type ErrorCode =
  | 'config/invalid'
  | 'config/port-in-use'
  | 'config/tool-missing'
  | 'config/default-secret'
  | 'request/invalid'
  | 'request/not-found'
  | 'request/not-acceptable'
  | 'request/too-large'
  | 'request/conflict'
  | 'request/cross-site'
  | 'auth/required'
  | 'auth/forbidden'
  | 'auth/wrong-credentials'
  | 'auth/second-factor-required'
  | 'auth/too-many-tries'
  | 'auth/link-invalid'
  | 'scenario/invalid'
  | 'scenario/not-found'
  | 'scenario/runaway'
  | 'switch/refused'
  | 'switch/not-sent'
  | 'switch/outcome-unknown'
  | 'switch/invalid-argument'
  | 'switch/no-such-channel'
  | 'switch/failed'
  | 'dial/not-allowed'
  | 'message/refused'
  | 'message/template-invalid'
  | 'prompt/refused'
  | 'speech/unavailable'
  | 'temporal/unavailable'
  | 'db/unavailable'
  | 'server/bug';

/** The one error class of the product: a closed code, a sentence for a person (what to do), no personal data. */
export class CallwrightError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'CallwrightError';
    this.code = code;
  }
}

/** True for our own errors, also when they come from another copy of this module (bundles, workers). */
export function isCallwrightError(value: unknown): value is CallwrightError {
  return value instanceof Error && value.name === 'CallwrightError' && 'code' in value;
}

/** Marks a branch that the types say cannot be reached; reached all the same, it is a bug and says so. */
export function unreachable(value: never): never {
  throw new CallwrightError('server/bug', `unexpected variant: ${JSON.stringify(value)}`);
}
