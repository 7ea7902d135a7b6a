import { MESSAGE_LIMITS, type TextKind } from './message-limits.ts';

/** What a text of this length is sent as, and how full that is. */
export type MessageSize = {
  readonly bytes: number;
  readonly kind: TextKind;
  readonly limit: number;
  /** Longer than the longest kind takes: it is refused. */
  readonly over: boolean;
};

/** Carriers count in CP949: one byte for ASCII, two for all others; line ends count once. */
const bytesOf = (text: string): number =>
  [...text.normalize('NFC').replaceAll('\r\n', '\n')].reduce(
    (sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x80 ? 1 : 2),
    0,
  );

/** SMS up to 90 bytes, LMS from there on (A12), MMS with an image. */
export function messageSize(text: string, image: boolean): MessageSize {
  const bytes = bytesOf(text);
  const kind = image ? 'mms' : bytes > MESSAGE_LIMITS.sms ? 'lms' : 'sms';
  const limit = MESSAGE_LIMITS[kind];
  return { bytes, kind, limit, over: bytes > limit };
}
