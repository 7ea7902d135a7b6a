import { createHash } from 'node:crypto';
import { CallId } from '../../contracts/ids.ts';
import { channelUuid, verbNumber } from './argument.ts';

function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  // Version 8 (RFC 9562: made by a rule of one's own), variant 10.
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  const node = hex.slice(20, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${node}`;
}

/**
 * Channel of the leg that verb `verb` of `call` dials. Derived, never drawn: a repeated command names the same channel,
 * and the switch refuses it while that lives (design §1.8).
 */
export const legUuid = (call: CallId, verb: number): CallId =>
  CallId.parse(uuidFrom(`leg:${channelUuid(call)}:${verbNumber(verb)}`));

/** Job-UUID of the `originate` that brings `leg` to life. */
export const dialJobUuid = (leg: CallId): string => uuidFrom(`dial:${channelUuid(leg)}`);
