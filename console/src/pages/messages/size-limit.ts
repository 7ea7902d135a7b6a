import type { MessageChannel } from '../../../../contracts/message/kinds.ts';

/** Most bytes (CP949) of a kind of text, as the counter says it; null for Alimtalk, which counts letters (MO-32, A12). */
export function sizeLimit(channel: MessageChannel): { kind: 'SMS' | 'LMS' | 'MMS'; limit: number } | null {
  if (channel === 'sms') return { kind: 'SMS', limit: 90 };
  if (channel === 'lms') return { kind: 'LMS', limit: 2000 };
  return channel === 'mms' ? { kind: 'MMS', limit: 2000 } : null;
}
