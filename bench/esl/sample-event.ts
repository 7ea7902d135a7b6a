import { CORE } from '../../freeswitch/esl/testing/fake-switch.ts';
import { eventFrame } from '../../freeswitch/esl/testing/switch-frames.ts';

/** Size of a CHANNEL_EXECUTE_COMPLETE of a call with the usual variables, bytes. */
export const EVENT_BYTES = 5_600;

const HEADERS = 110;

function headers(sequence: number): Record<string, string> {
  const event: Record<string, string> = {
    'Event-Name': 'CHANNEL_EXECUTE_COMPLETE',
    'Core-UUID': CORE,
    'Event-Date-Timestamp': '1795293109206642',
    'Event-Sequence': `${sequence}`.padStart(9, '0'),
    'Unique-ID': '4ab2513e-bf5f-477e-9cf1-22546d132e5b',
    'Caller-Caller-ID-Name': '발신자',
  };
  for (let index = 0; index < HEADERS; index += 1)
    event[`variable_measured_${index}`] = 'value of usual size';
  return event;
}

/** Takes a sequence number; returns the frame of an event whose JSON has {@link EVENT_BYTES}. */
export function sampleEventFrame(sequence: number): Buffer {
  const event = headers(sequence);
  const missing = EVENT_BYTES - Buffer.byteLength(JSON.stringify({ ...event, variable_padding: '' }));
  return Buffer.from(eventFrame(JSON.stringify({ ...event, variable_padding: 'x'.repeat(missing) })));
}
