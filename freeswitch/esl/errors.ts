/**
 * Why a command or a connection failed. The codes are closed:
 * - `refused`: the switch does not let us in (password, ACL, subscription): a configuration error;
 * - `not-sent`: the command was never written, so it certainly did not run;
 * - `timeout`: its time ran out while it still waited to be written: it certainly did not run;
 * - `outcome-unknown`: it was written and its answer is lost or late: it may have run, ask the switch;
 * - `invalid-argument`: a value that could start another command or header;
 * - `protocol`: the peer sent what the event socket never sends, or more than the limits allow.
 */
export type EslErrorCode =
  | 'refused'
  | 'not-sent'
  | 'timeout'
  | 'outcome-unknown'
  | 'invalid-argument'
  | 'protocol';

/** The only error that this room throws. Messages never hold a password, an argument or a number. */
export class EslError extends Error {
  readonly code: EslErrorCode;
  /** Of a batch that ended in `outcome-unknown`: the answers that did arrive, in order. */
  readonly replies: readonly string[];

  constructor(code: EslErrorCode, message: string, replies: readonly string[] = []) {
    super(message);
    this.name = 'EslError';
    this.code = code;
    this.replies = replies;
  }
}

/** Takes anything that was caught; tells whether it is an {@link EslError}, optionally of one code. */
export function isEslError(error: unknown, code?: EslErrorCode): error is EslError {
  return error instanceof EslError && (code === undefined || error.code === code);
}

/** True when the command certainly never reached the switch, so that issuing it again is no repeat. */
export function wasNeverSent(error: unknown): boolean {
  return isEslError(error) && error.code !== 'outcome-unknown' && error.code !== 'protocol';
}
