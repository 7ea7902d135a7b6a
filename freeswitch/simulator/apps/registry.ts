import type { AppRunner } from '../core/core.ts';
import { callControlApps } from './call-control.ts';
import { eavesdrop, endlessPlayback, playback, record, sleep } from './play.ts';
import { playAndGetDigits } from './play-and-get-digits.ts';

/** Every application that the simulated switch has. */
export function createApps(): ReadonlyMap<string, AppRunner> {
  return new Map<string, AppRunner>([
    ...callControlApps,
    ['playback', playback],
    ['endless_playback', endlessPlayback],
    ['play_and_get_digits', playAndGetDigits],
    ['record', record],
    ['sleep', sleep],
    ['eavesdrop', eavesdrop],
  ]);
}
