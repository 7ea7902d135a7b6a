/** The events of FreeSWITCH that this engine knows what to do with. */
export const KNOWN_EVENT_NAMES = [
  'API',
  'BACKGROUND_JOB',
  'CALL_UPDATE',
  'CHANNEL_ANSWER',
  'CHANNEL_APPLICATION',
  'CHANNEL_BRIDGE',
  'CHANNEL_CALLSTATE',
  'CHANNEL_CREATE',
  'CHANNEL_DATA',
  'CHANNEL_DESTROY',
  'CHANNEL_EXECUTE',
  'CHANNEL_EXECUTE_COMPLETE',
  'CHANNEL_HANGUP',
  'CHANNEL_HANGUP_COMPLETE',
  'CHANNEL_HOLD',
  'CHANNEL_ORIGINATE',
  'CHANNEL_OUTGOING',
  'CHANNEL_PARK',
  'CHANNEL_PROGRESS',
  'CHANNEL_PROGRESS_MEDIA',
  'CHANNEL_STATE',
  'CHANNEL_UNBRIDGE',
  'CHANNEL_UNHOLD',
  'CHANNEL_UNPARK',
  'CHANNEL_UUID',
  'CUSTOM',
  'DETECTED_SPEECH',
  'DTMF',
  'HEARTBEAT',
  'MEDIA_BUG_START',
  'MEDIA_BUG_STOP',
  'MODULE_LOAD',
  'MODULE_UNLOAD',
  'PLAYBACK_START',
  'PLAYBACK_STOP',
  'RECORD_START',
  'RECORD_STOP',
  'RELOADXML',
  'SHUTDOWN',
  'STARTUP',
  'TALK',
  'NOTALK',
] as const;

export type KnownEventName = (typeof KNOWN_EVENT_NAMES)[number];

const known: ReadonlySet<string> = new Set(KNOWN_EVENT_NAMES);

/** Tells whether the name of an event is one of {@link KNOWN_EVENT_NAMES}. */
export function isKnownEventName(name: string): name is KnownEventName {
  return known.has(name);
}
