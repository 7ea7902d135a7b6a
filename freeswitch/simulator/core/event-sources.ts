/** File, function and line that a real switch 1.10.12 names as the source of an event (all transcripts). */
export type EventSource = readonly [file: string, fn: string, line: string];

const state: EventSource = ['switch_channel.c', 'switch_channel_perform_set_running_state', '2408'];
const execute = 'switch_core_session_exec';

/** Keyed by event name; the few names with a second source have a key of their own. */
export const eventSources = {
  BACKGROUND_JOB: ['mod_event_socket.c', 'api_exec', '1572'],
  CHANNEL_ANSWER: ['switch_channel.c', 'switch_channel_perform_mark_answered', '3846'],
  CHANNEL_BRIDGE: ['switch_ivr_bridge.c', 'switch_ivr_multi_threaded_bridge', '1689'],
  CHANNEL_CREATE: ['switch_core_state_machine.c', 'switch_core_session_run', '626'],
  CHANNEL_DATA: ['mod_commands.c', 'uuid_dump_function', '6468'],
  CHANNEL_DESTROY: ['switch_core_session.c', 'switch_core_session_perform_destroy', '1584'],
  CHANNEL_EXECUTE: ['switch_core_session.c', execute, '2944'],
  CHANNEL_EXECUTE_BRIDGE_A: ['switch_ivr_bridge.c', 'uuid_bridge_on_soft_execute', '1236'],
  CHANNEL_EXECUTE_BRIDGE_B: ['switch_ivr_bridge.c', 'uuid_bridge_on_soft_execute', '1243'],
  CHANNEL_EXECUTE_COMPLETE: ['switch_core_session.c', execute, '2967'],
  CHANNEL_HANGUP: ['switch_channel.c', 'switch_channel_perform_hangup', '3445'],
  CHANNEL_HANGUP_COMPLETE: ['switch_core_state_machine.c', 'switch_core_session_reporting_state', '943'],
  CHANNEL_HOLD: ['switch_ivr.c', 'switch_ivr_hold', '1558'],
  CHANNEL_ORIGINATE: ['switch_core_state_machine.c', 'switch_core_session_run', '632'],
  CHANNEL_PARK: ['switch_ivr.c', 'switch_ivr_park', '1002'],
  CHANNEL_PROGRESS: ['switch_channel.c', 'switch_channel_perform_mark_ring_ready_value', '3505'],
  CHANNEL_PROGRESS_MEDIA: ['switch_channel.c', 'switch_channel_perform_mark_pre_answered', '3560'],
  CHANNEL_STATE: state,
  CHANNEL_UNBRIDGE: ['switch_ivr_bridge.c', 'switch_ivr_multi_threaded_bridge', '1879'],
  CHANNEL_UNHOLD: ['switch_ivr.c', 'switch_ivr_unhold', '1638'],
  CHANNEL_UNPARK: ['switch_ivr.c', 'switch_ivr_park', '1213'],
  DTMF: ['switch_channel.c', 'switch_channel_dequeue_dtmf', '677'],
  HEARTBEAT: ['switch_core.c', 'send_heartbeat', '95'],
  PLAYBACK_START: ['switch_ivr_play_say.c', 'switch_ivr_play_file', '1646'],
  PLAYBACK_STOP: ['switch_ivr_play_say.c', 'switch_ivr_play_file', '2020'],
  RECORD_START: ['switch_ivr_async.c', 'record_callback', '1481'],
  RECORD_START_BY_APPLICATION: ['switch_ivr_play_say.c', 'switch_ivr_record_file_event', '764'],
  RECORD_STOP_BY_APPLICATION: ['switch_ivr_play_say.c', 'switch_ivr_record_file_event', '1029'],
  RECORD_STOP: ['switch_ivr_async.c', 'send_record_stop_event', '1240'],
} as const satisfies Record<string, EventSource>;

/** Every event that the simulator can fire, by the place that fires it. */
export type EventKind = keyof typeof eventSources;

/** The name a client sees: both halves of `uuid_bridge` fire plain CHANNEL_EXECUTE. */
export function eventName(kind: EventKind): string {
  return kind.replace(/_BRIDGE_[AB]$|_BY_APPLICATION$/, '');
}
