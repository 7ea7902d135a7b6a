import { EslError } from './errors.ts';

// A command ends at a blank line and a header at a line end, so one LF in a value adds a header and
// two start another command; NUL ends the string inside the switch.
const UNSAFE = /[\r\n\0]/;
const WHITE = /\s/;

/** Returns `value` when it holds no CR, LF or NUL; throws `invalid-argument` naming only `what`. */
export function safeLine(value: string, what: string): string {
  if (UNSAFE.test(value)) throw new EslError('invalid-argument', `${what} holds CR, LF or NUL`);
  return value;
}

/** As {@link safeLine}, and neither empty nor with white space: uuids, application and event names. */
export function safeToken(value: string, what: string): string {
  safeLine(value, what);
  if (value === '' || WHITE.test(value)) {
    throw new EslError('invalid-argument', `${what} is empty or holds white space`);
  }
  return value;
}
