/**
 * True when the switch says that the channel is gone: `-ERR No such channel!` (api), `-ERR invalid session id [..]`
 * (sendmsg), `-ERR Invalid uuid` (uuid_bridge), `-ERR Cannot locate session!` (uuid_record, uuid_recv_dtmf).
 */
export const isNoSuchChannel = (reply: string): boolean =>
  /^-(ERR|USAGE).*(no such channel|invalid session id|invalid uuid|cannot locate session)/i.test(
    reply.trim(),
  );

/** Cause in the result of an `originate` job: `+OK <uuid>` has none, `-ERR USER_BUSY` has `USER_BUSY`. */
export function dialCause(result: string): string | undefined {
  return /^-ERR ([A-Z][A-Z0-9_]{0,59})\s*$/.exec(result.trim())?.[1];
}

/** Answer of `uuid_getvar`: `_undef_` and an error are no value. */
export function variableValue(reply: string): string | undefined {
  return reply === '_undef_' || reply.startsWith('-ERR') ? undefined : reply;
}
