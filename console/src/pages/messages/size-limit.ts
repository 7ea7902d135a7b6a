import type { MessageChannel } from '../../../../contracts/message/kinds.ts';
import { MESSAGE_LIMITS } from '../../../../contracts/message/sizes.ts';

/** Most bytes (CP949) of a kind of text, as the counter says it; null for Alimtalk, which counts letters (MO-32, A12). */
export function sizeLimit(channel: MessageChannel): { kind: string; limit: number } | null {
  return channel === 'alimtalk' ? null : { kind: channel.toUpperCase(), limit: MESSAGE_LIMITS[channel] };
}
