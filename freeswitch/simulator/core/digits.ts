import { type Channel, type Digit, variable } from './channel.ts';
import type { Core } from './core.ts';
import { fireBrief } from './fire.ts';

const keys = /^[0-9A-D*#]$/i;

/** Puts keys into the channel's queue; whatever runs there takes them out on the next tick. */
export function queueDigits(channel: Channel, text: string, source: Digit['source']): number {
  const digits = [...text].filter((key) => keys.test(key));
  for (const digit of digits) channel.digits.push({ digit, source });
  if (digits.length > 0) channel.thread.signal();
  return digits.length;
}

/**
 * Takes one key out of the queue. The DTMF event is fired here, when a key is taken and not when it is pressed; with
 * `sensitive_dtmf=true` there is none, and the key does not enter `digits_dialed` (13-).
 */
export function takeDigit(core: Core, channel: Channel): string | undefined {
  const next = channel.digits.shift();
  if (!next) return undefined;
  if (variable(channel, 'sensitive_dtmf') === 'true') return next.digit;
  channel.dialled += next.digit;
  fireBrief(core, channel, 'DTMF', [
    ['DTMF-Digit', next.digit],
    ['DTMF-Duration', '2000'],
    ['DTMF-Source', next.source],
  ]);
  return next.digit;
}
