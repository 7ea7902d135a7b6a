/** Bytes (CP949) that a text may have, by what it is sent as (MO-32, A12). */
export const MESSAGE_LIMITS = { sms: 90, lms: 2_000, mms: 2_000 } as const;

/** Characters of an Alimtalk, values included; Kakao counts characters, not bytes. */
export const ALIMTALK_LIMIT = 1_000;

/** Bytes of a subject of LMS and MMS: what every provider takes. */
export const SUBJECT_LIMIT = 40;

/** MMS (A13): JPEG below this many bytes; another size of picture than this is warned of. */
export const IMAGE_LIMIT = 300_000;
export const IMAGE_RECOMMENDED = { width: 320, height: 240 } as const;

/** What a text of so many bytes goes as: with a picture MMS, else SMS, else LMS; `too-long` is refused. */
export function textChannel(bytes: number, image: boolean): 'sms' | 'lms' | 'mms' | 'too-long' {
  if (bytes > MESSAGE_LIMITS.lms) return 'too-long';
  if (image) return 'mms';
  return bytes > MESSAGE_LIMITS.sms ? 'lms' : 'sms';
}
