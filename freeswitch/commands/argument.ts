import { CallwrightError } from '../../contracts/errors.ts';
import { CallId, VerbNumber } from '../../contracts/ids.ts';

/** Says which argument is wrong and how, never what was in it: it may be a name, a number or a PIN. */
export function refuse(what: string, how: string): CallwrightError {
  return new CallwrightError('switch/invalid-argument', `${what} ${how}`);
}

function checked(value: string, pattern: RegExp, what: string): string {
  if (!pattern.test(value)) throw refuse(what, 'has characters that are not allowed in it');
  return value;
}

/** A channel's uuid; throws `switch/invalid-argument`. */
export function channelUuid(value: string): CallId {
  const parsed = CallId.safeParse(value);
  if (!parsed.success) throw refuse('a channel uuid', 'is not a uuid');
  return parsed.data;
}

/** A verb's number; throws `switch/invalid-argument`. */
export function verbNumber(value: number): number {
  if (!VerbNumber.safeParse(value).success) throw refuse('a verb number', 'is not a whole number from 1');
  return value;
}

/** Whole seconds of a duration, rounded up, at least 1: the switch counts these limits in seconds. */
export function wholeSeconds(ms: number): number {
  if (!Number.isFinite(ms) || ms < 0) throw refuse('a duration', 'is not a number of milliseconds');
  return Math.max(1, Math.ceil(ms / 1_000));
}

/** Milliseconds as the switch reads them. */
export function milliseconds(ms: number): number {
  if (!Number.isSafeInteger(ms) || ms < 0)
    throw refuse('a duration', 'is not a whole number of milliseconds');
  return ms;
}

/** A folder or file of the switch: absolute, no blank, no `..`, nothing that its parsers know. */
export function absolutePath(value: string): string {
  if (value.length > 300 || value.includes('..')) throw refuse('a path', 'is too long or climbs');
  return checked(value, /^\/[A-Za-z0-9._/-]+$/, 'a path');
}

/** Name of a gateway, profile, context, extension or domain. */
export function plainName(value: string, what: string): string {
  if (value.length > 80) throw refuse(what, 'is too long');
  return checked(value, /^[A-Za-z0-9][A-Za-z0-9._-]*$/, what);
}

/** A number to be shown or dialled: `+` and digits only. */
export function dialDigits(value: string): string {
  return checked(value, /^\+?[0-9]{1,20}$/, 'a number');
}

/** `v<n>`: Event-UUID of verb n, by which its events are recognised. */
export const eventUuid = (verb: number): string => `v${verbNumber(verb)}`;
