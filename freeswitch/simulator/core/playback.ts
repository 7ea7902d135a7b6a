import { type Channel, isReady } from './channel.ts';
import type { Core } from './core.ts';
import type { Header } from './event-bus.ts';
import { runMessages } from './exec.ts';
import { fireChannel } from './fire.ts';
import { type Sound, soundsOf } from './sounds.ts';
import type { Task } from './thread.ts';

/**
 * How a playback ended: by itself, by a key or `uuid_break`, by the caller's hang-up or the switch's, by a bridge or
 * transfer, or never begun.
 */
export type PlayEnd = 'done' | 'break' | 'hung-up' | 'killed' | 'moved' | 'not-found';

/** Called when a key waits; returns true when the playback is to stop. Without it, keys stay in the queue. */
export type OnDigit = () => boolean;

const samplesPerMs = 8;
/** The file reader works ahead in blocks of this size, which is what playback_ms and playback_samples show (12-). */
const readAhead = 16_384;

function setPosition(channel: Channel, playedMs: number, totalMs: number, leadMs: number): void {
  const position = Math.round(playedMs * samplesPerMs);
  const total = totalMs * samplesPerMs;
  // The lead of a file string is made, not read.
  const lead = leadMs * samplesPerMs;
  // Broken off at once, nothing has been read.
  const read =
    position <= 0
      ? 0
      : Math.min(total, lead + Math.max(1, Math.ceil((position - lead) / readAhead)) * readAhead);
  channel.variables.set('playback_last_offset_pos', String(Math.min(position, total)));
  channel.variables.set('playback_seconds', String(Math.floor(read / 8000)));
  channel.variables.set('playback_ms', String(Math.floor(read / samplesPerMs)));
  channel.variables.set('playback_samples', String(Math.round(read)));
}

type Meter = { pausedMs: number };
type Progress = { index: number; partStart: number; stopHearing: (completed: boolean) => void };

function goneBy({ hangup }: Channel): PlayEnd {
  if (!hangup) return 'moved';
  return hangup.by === 'phone' ? 'hung-up' : 'killed';
}

/** Endless silence is the ground under everything else and no sound of its own. */
function hear(channel: Channel, sound: Sound | undefined): (completed: boolean) => void {
  const isGround = sound?.kind === 'silence' && sound.ms === Number.POSITIVE_INFINITY;
  return isGround ? () => undefined : channel.endpoint.onSound(sound ?? { kind: 'silence', source: '' });
}

/** Runs the parts one after another until they are over or something ends them. */
function* playParts(
  core: Core,
  channel: Channel,
  sounds: readonly Sound[],
  meter: Meter,
  onDigit?: OnDigit,
): Task<PlayEnd> {
  const { clock, settings } = core;
  const lengthOf = (sound: Sound): number => sound.ms / settings.speed;
  const begin = (index: number, at: number): Progress => ({
    index,
    partStart: at,
    stopHearing: hear(channel, sounds[index]),
  });
  let now = begin(0, clock.now());
  const endWith = (end: PlayEnd): PlayEnd => {
    now.stopHearing(end === 'done');
    return end;
  };
  for (;;) {
    if (!isReady(channel)) return endWith(goneBy(channel));
    if (channel.breakRequested) {
      channel.breakRequested = false;
      return endWith('break');
    }
    if (channel.messages.length > 0 && !channel.locked) {
      const paused = clock.now();
      yield* runMessages(core, channel);
      now.partStart += clock.now() - paused;
      meter.pausedMs += clock.now() - paused;
      continue;
    }
    if (onDigit && channel.digits.length > 0) {
      if (onDigit()) return endWith('break');
      if (channel.digits.length > 0) yield { until: channel.thread.nextTick() };
      continue;
    }
    const sound = sounds[now.index];
    const partEnd = now.partStart + (sound ? lengthOf(sound) : 0);
    // Sound leaves in whole frames: a 10 ms stream takes 20 ms (10-).
    const last = now.index + 1 >= sounds.length;
    const frames = Math.ceil((partEnd - now.partStart) / settings.tickMs - 1e-6) * settings.tickMs;
    const due = last ? now.partStart + frames : partEnd;
    if (clock.now() < due - 1e-3) {
      yield { until: due };
    } else if (last) {
      return endWith('done');
    } else {
      now.stopHearing(true);
      now = begin(now.index + 1, partEnd);
    }
  }
}

/** PLAYBACK_START, the sound, PLAYBACK_STOP. A missing file has neither event. */
export function* playFile(core: Core, channel: Channel, path: string, onDigit?: OnDigit): Task<PlayEnd> {
  const sounds = soundsOf(path, core.promptLength);
  if (sounds.length === 0) return 'not-found';
  const where: Header[] = [
    ...(path.startsWith('tone_stream:') ? [['Playback-File-Type', 'tone_stream'] as const] : []),
    ['Playback-File-Path', path],
  ];
  fireChannel(core, channel, 'PLAYBACK_START', { after: where });
  const startedMs = core.clock.now();
  const meter = { pausedMs: 0 };
  const end = yield* playParts(core, channel, sounds, meter, onDigit);
  const total = sounds.reduce((sum, sound) => sum + sound.ms, 0);
  const played =
    end === 'done' ? total : (core.clock.now() - startedMs - meter.pausedMs) * core.settings.speed;
  setPosition(channel, played, total, sounds[0]?.leadMs ?? 0);
  fireChannel(core, channel, 'PLAYBACK_STOP', {
    after: [...where, ['Playback-Status', end === 'break' ? 'break' : 'done']],
  });
  return end;
}
