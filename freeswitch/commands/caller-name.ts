import { refuse } from './argument.ts';

/**
 * A name that may stand in a dial string and in a SIP header. Deny-lists fail here: CR LF reaches the header also
 * percent-encoded, and `,` `}` `:_:` are grammar of the dial string. So only letters and marks of any script, digits,
 * blanks and `. - _` pass.
 */
const ALLOWED = /^[\p{L}\p{M}\p{Nd}._-]+(?: [\p{L}\p{M}\p{Nd}._-]+)*$/u;
const MAX_LENGTH = 60;

/** Takes a caller name; returns it in NFC; throws `switch/invalid-argument` when it holds anything else. */
export function callerName(text: string): string {
  const name = text.normalize('NFC');
  if (name.length > MAX_LENGTH || !ALLOWED.test(name)) {
    throw refuse('a caller name', 'may hold letters, digits, blanks and . - _ only, 60 at most');
  }
  return name;
}

/**
 * Takes any text (a name as a trunk sent it); returns what of it may be shown, or undefined when nothing is left.
 * Everything else becomes a blank, so that two words stay two.
 */
export function cleanCallerName(text: string): string | undefined {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{Nd}._-]+/gu) ?? [];
  const name = [...words.join(' ')].slice(0, MAX_LENGTH / 2).join('');
  return name.trim() === '' ? undefined : name.trim();
}
