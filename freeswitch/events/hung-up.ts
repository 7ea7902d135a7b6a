import type { CallEventOf } from '../../contracts/call/event.ts';
import type { EslEvent } from '../esl/index.ts';

/**
 * Who ended a SIP leg, by `sip_hangup_disposition`: `recv_*` came from the far end (BYE, CANCEL or a refusal), `send_*`
 * from the switch, which does it when we or its own timers tell it to.
 */
export function hungUpBy(event: EslEvent): CallEventOf<'hungUp'>['by'] {
  const disposition = event.variable('sip_hangup_disposition') ?? '';
  if (disposition.startsWith('recv_')) return 'caller';
  if (disposition.startsWith('send_')) return 'us';
  return 'switch';
}
