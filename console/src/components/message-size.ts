import { checkText } from '../../../contracts/message/check-text.ts';
import { MESSAGE_LIMITS, textChannel } from '../../../contracts/message/sizes.ts';

/** What a text of this length is sent as, and how full that is. */
export type MessageSize = {
  readonly bytes: number;
  readonly kind: keyof typeof MESSAGE_LIMITS;
  readonly limit: number;
  /** Longer than the longest kind takes: it is refused. */
  readonly over: boolean;
};

/** SMS up to 90 bytes, LMS from there on (A12), MMS with an image; counted as the api counts what it sends. */
export function messageSize(text: string, image: boolean): MessageSize {
  const { bytes } = checkText(text);
  const channel = textChannel(bytes, image);
  const over = channel === 'too-long';
  const kind = over ? (image ? 'mms' : 'lms') : channel;
  return { bytes, kind, limit: MESSAGE_LIMITS[kind], over };
}
