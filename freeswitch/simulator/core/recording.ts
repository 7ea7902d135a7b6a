import { type Channel, type Recording, setVariable, variable } from './channel.ts';
import type { Core } from './core.ts';
import type { Header } from './event-bus.ts';
import { fireChannel } from './fire.ts';

const bytesPerMs = 16;

/**
 * The samples of a recording: a quiet hum where the parties could be heard, exact silence where it was masked
 * (design §2), so that a test can tell one from the other in the file.
 */
function pcmOf(recording: Recording, endMs: number): { pcm: Buffer; channels: number } {
  const channels = recording.stereo ? 2 : 1;
  // Sound is recorded in whole frames of 20 ms (12-: 1,514 ms between the commands made 1,500).
  const ms = Math.max(0, Math.floor((endMs - recording.startedMs) / 20 + 1e-6) * 20);
  const pcm = Buffer.alloc(ms * bytesPerMs * channels, Buffer.from([0x20, 0x00, 0xe0, 0xff]));
  for (const [from, to] of recording.masks) {
    const start = Math.max(0, Math.round(from - recording.startedMs));
    const end = Math.min(ms, Math.round(Math.min(to, endMs) - recording.startedMs));
    if (end > start) pcm.fill(0, start * bytesPerMs * channels, end * bytesPerMs * channels);
  }
  return { pcm, channels };
}

/** Begins a recording and fires RECORD_START; returns false when this file is being recorded already. */
export function startRecording(core: Core, channel: Channel, path: string): boolean {
  if (channel.recordings.has(path)) return false;
  const stereo = variable(channel, 'RECORD_STEREO') === 'true';
  channel.recordings.set(path, { path, startedMs: core.clock.now(), stereo, masks: [] });
  fireChannel(core, channel, 'RECORD_START', { after: [['Record-File-Path', path]] });
  return true;
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

/** Writes the file and fires RECORD_STOP; returns false when nothing is being recorded to this path. */
export function stopRecording(core: Core, channel: Channel, path: string): boolean {
  const recording = channel.recordings.get(path);
  if (!recording) return false;
  channel.recordings.delete(path);
  const { pcm, channels } = pcmOf(recording, core.clock.now());
  const bytes = core.files.write(path, pcm, channels);
  const samples = pcm.length / 2 / channels;
  // A bug of the switch that transcripts 12- and 31- show: an ordinary stop is reported as success-maxtime.
  const completion = 'success-maxtime';
  setVariable(channel, 'record_file_size', String(bytes || 44 + pcm.length));
  setVariable(channel, 'record_samples', String(samples));
  setVariable(channel, 'record_seconds', String(Math.floor(samples / 8000)));
  setVariable(channel, 'record_ms', String(Math.floor(samples / 8)));
  setVariable(channel, 'record_completion_cause', completion);
  const after: Header[] = [
    ['Record-File-Path', path],
    ['Record-Completion-Cause', completion],
  ];
  fireChannel(core, channel, 'RECORD_STOP', { after });
  return true;
}

/** Ends every recording of a channel that is going away. */
export function stopAllRecordings(core: Core, channel: Channel): void {
  for (const path of [...channel.recordings.keys()]) stopRecording(core, channel, path);
}
