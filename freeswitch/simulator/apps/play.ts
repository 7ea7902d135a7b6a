import { hangUp } from '../core/call-progress.ts';
import { type Channel, isReady, setVariable, variable } from '../core/channel.ts';
import type { AppRunner, Core } from '../core/core.ts';
import { takeDigit } from '../core/digits.ts';
import { runMessages } from '../core/exec.ts';
import { type PlayEnd, playFile } from '../core/playback.ts';
import { startRecording, stopRecording } from '../core/recording.ts';
import { splitArguments } from '../core/split-arguments.ts';

/** A caller's own hang-up is an error of the media stream; one by the switch only ends the playback (1.10.12). */
const responses: Readonly<Record<PlayEnd, string>> = {
  done: 'FILE PLAYED',
  break: 'FILE PLAYED',
  'hung-up': 'PLAYBACK ERROR',
  killed: 'FILE PLAYED',
  moved: 'PLAYBACK ERROR',
  'not-found': 'FILE NOT FOUND',
};

/** Takes a key; true when it is one of `playback_terminators` (`*` unless set). Any other key is lost. */
export function terminatorPressed(core: Core, channel: Channel): boolean {
  const digit = takeDigit(core, channel);
  const set = variable(channel, 'playback_terminators') ?? '*';
  const terminators = set === 'any' ? '0123456789*#' : set === 'none' ? '' : set;
  if (digit === undefined || !terminators.includes(digit)) return false;
  setVariable(channel, 'playback_terminator_used', digit);
  return true;
}

/** `playback <file or stream>`; the outcome is in Application-Response (12-, 30-). */
export const playback: AppRunner = function* (core, channel, data) {
  setVariable(channel, 'playback_terminator_used', undefined);
  const end = yield* playFile(core, channel, data, () => terminatorPressed(core, channel));
  channel.variables.set('current_application_response', responses[end]);
};

/**
 * `endless_playback <file or stream>`: until the channel goes elsewhere. The one playback that leaves keys in the queue;
 * a break begins it anew (1.10.12).
 */
export const endlessPlayback: AppRunner = function* (core, channel, data) {
  let end = yield* playFile(core, channel, data);
  while ((end === 'done' || end === 'break') && isReady(channel)) end = yield* playFile(core, channel, data);
  channel.variables.set('current_application_response', responses[end]);
};

/** When a limit of whole seconds is over: it is compared with the seconds of the clock, and must be exceeded. */
const limitEnd = (startedMs: number, seconds: number): number =>
  seconds > 0 ? (Math.floor(startedMs / 1000) + seconds + 1) * 1000 : Number.POSITIVE_INFINITY;

/**
 * `record <path> [seconds] [level] [silence seconds]`: until a terminator, the limit, silence or hang-up. Silence counts
 * from the beginning too. A file that cannot be opened ends the call; folders are not made.
 */
export const record: AppRunner = function* (core, channel, data) {
  const [path = '', limit, level, silence] = splitArguments(data, ' ');
  const started = core.clock.now();
  if (startRecording(core, channel, path, true) === 'unwritable') {
    hangUp(core, channel, 'DESTINATION_OUT_OF_ORDER');
    return;
  }
  const limitAt = limitEnd(started, Number(limit));
  const silenceAt = (): number =>
    Number(level) > 0
      ? Math.max(started, channel.endpoint.speechEndsAt()) + (Number(silence) || 3) * 1000
      : Number.POSITIVE_INFINITY;
  while (isReady(channel) && core.clock.now() < limitAt - 1e-3 && !channel.breakRequested) {
    if (core.clock.now() >= silenceAt() - 1e-3) {
      setVariable(channel, 'silence_hits_exhausted', 'true');
      break;
    }
    yield* runMessages(core, channel);
    if (channel.digits.length > 0) {
      if (terminatorPressed(core, channel)) break;
      yield { until: channel.thread.nextTick() };
    } else {
      yield { until: Math.min(limitAt, silenceAt()) };
    }
  }
  channel.breakRequested = false;
  stopRecording(core, channel, path);
};

/** `sleep <ms>`: messages run meanwhile, keys wait. */
export const sleep: AppRunner = function* (core, channel, data) {
  const end = core.clock.now() + (Number.parseInt(data, 10) || 0);
  while (isReady(channel) && core.clock.now() < end && !channel.breakRequested) {
    yield { until: end };
    yield* runMessages(core, channel);
  }
};

/** `eavesdrop <uuid>`: an own leg that listens; keys choose the mode and are events (31-). */
export const eavesdrop: AppRunner = function* (core, channel, data) {
  const stop = channel.endpoint.onSound({ kind: 'bridge', source: data });
  channel.listensIn = true;
  while (isReady(channel) && core.channels.has(data)) {
    yield* runMessages(core, channel);
    takeDigit(core, channel);
    yield { until: channel.digits.length > 0 ? channel.thread.nextTick() : Number.POSITIVE_INFINITY };
  }
  channel.listensIn = false;
  stop(true);
};
