import { type Channel, type Recording, setVariable, variable } from './channel.ts';
import type { Core } from './core.ts';
import type { Header } from './event-bus.ts';
import { fireChannel } from './fire.ts';

const bytesPerMs = 16;

/**
 * The samples of a recording: what the person at the phone said (in stereo on the left), or a quiet hum where nobody
 * gave him a voice; exact silence where it was masked (design §2), so that a test can tell one from the other.
 */
function pcmOf(
  { endpoint }: Channel,
  recording: Recording,
  endMs: number,
): { pcm: Buffer; channels: number } {
  const channels = recording.stereo ? 2 : 1;
  // Sound is recorded in whole frames of 20 ms (12-: 1,514 ms between the commands made 1,500).
  const ms = Math.max(0, Math.floor((endMs - recording.startedMs) / 20 + 1e-6) * 20);
  const pcm = Buffer.alloc(ms * bytesPerMs * channels, Buffer.from([0x20, 0x00, 0xe0, 0xff]));
  const voice = endpoint.voice(recording.startedMs, recording.startedMs + ms);
  for (let at = 0; voice && at < voice.length; at += 2)
    pcm.writeInt16LE(voice.readInt16LE(at), at * channels);
  for (const [from, to] of recording.masks) {
    const start = Math.max(0, Math.round(from - recording.startedMs));
    const end = Math.min(ms, Math.round(Math.min(to, endMs) - recording.startedMs));
    if (end > start) pcm.fill(0, start * bytesPerMs * channels, end * bytesPerMs * channels);
  }
  return { pcm, channels };
}

/** What came of starting a recording; a second start to the same file changes nothing. */
export type RecordingStart = 'started' | 'already' | 'unwritable';

/**
 * Begins a recording and fires RECORD_START. `uuid_record` makes missing folders, the application `record` does not.
 */
export function startRecording(
  core: Core,
  channel: Channel,
  path: string,
  byApplication = false,
): RecordingStart {
  if (channel.recordings.has(path)) return 'already';
  if (core.files.write(path, Buffer.alloc(0), 1, !byApplication) === 0) {
    if (!byApplication) setVariable(channel, 'record_completion_cause', 'uri-failure');
    return 'unwritable';
  }
  const stereo = variable(channel, 'RECORD_STEREO') === 'true';
  const startedMs = core.clock.now();
  channel.recordings.set(path, { path, startedMs, stereo, byApplication, masks: [] });
  if (byApplication) setVariable(channel, 'silence_hits_exhausted', 'false');
  const kind = byApplication ? 'RECORD_START_BY_APPLICATION' : 'RECORD_START';
  fireChannel(core, channel, kind, { after: [['Record-File-Path', path]] });
  return 'started';
}

/** Turns masking on or off; returns false when nothing is being recorded to this path. */
export function maskRecording(core: Core, channel: Channel, path: string, masked: boolean): boolean {
  const recording = channel.recordings.get(path);
  if (!recording) return false;
  const open = recording.masks.at(-1);
  const isMasked = open !== undefined && open[1] === Number.POSITIVE_INFINITY;
  if (masked && !isMasked) recording.masks.push([core.clock.now(), Number.POSITIVE_INFINITY]);
  if (!masked && open && isMasked) open[1] = core.clock.now();
  return true;
}

/**
 * Why a recording by `uuid_record` ended, as the switch sees it: an ordinary stop is success-maxtime (12-, 31-), a
 * hang-up counts as the silence after the last word.
 */
function completionCause(channel: Channel, recording: Recording): string {
  if (channel.hangup === undefined) return 'success-maxtime';
  return channel.endpoint.speechEndsAt() > recording.startedMs ? 'success-silence' : 'no-input-timeout';
}

/** Writes the file and fires RECORD_STOP; returns false when nothing is being recorded to this path. */
export function stopRecording(core: Core, channel: Channel, path: string): boolean {
  const recording = channel.recordings.get(path);
  if (!recording) return false;
  channel.recordings.delete(path);
  const { byApplication } = recording;
  const { pcm, channels } = pcmOf(channel, recording, core.clock.now());
  const size = String(core.files.write(path, pcm, channels, !byApplication) || 44 + pcm.length);
  const samples = pcm.length / 2 / channels;
  setVariable(channel, 'record_file_size', size);
  if (byApplication) setVariable(channel, 'record_record_file_size', size);
  setVariable(channel, 'record_samples', String(samples));
  setVariable(channel, 'record_seconds', String(Math.floor(samples / 8000)));
  setVariable(channel, 'record_ms', String(Math.floor(samples / 8)));
  const after: Header[] = [['Record-File-Path', path]];
  if (!byApplication) {
    const completion = completionCause(channel, recording);
    setVariable(channel, 'record_completion_cause', completion);
    after.push(['Record-Completion-Cause', completion]);
  }
  fireChannel(core, channel, byApplication ? 'RECORD_STOP_BY_APPLICATION' : 'RECORD_STOP', { after });
  return true;
}

/** Ends every recording of a channel that is going away. */
export function stopAllRecordings(core: Core, channel: Channel): void {
  for (const path of [...channel.recordings.keys()]) stopRecording(core, channel, path);
}
