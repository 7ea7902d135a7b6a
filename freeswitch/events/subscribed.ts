/**
 * The events that a switch worker listens to, and no other: a listener that reads slowly costs the switch memory that
 * it never gives back (design §2), and CHANNEL_STATE or CHANNEL_EXECUTE alone would double the stream.
 */
export const SUBSCRIBED_EVENTS = [
  'CHANNEL_PARK',
  'CHANNEL_PROGRESS',
  'CHANNEL_PROGRESS_MEDIA',
  'CHANNEL_BRIDGE',
  'CHANNEL_EXECUTE_COMPLETE',
  'CHANNEL_HANGUP_COMPLETE',
] as const;
