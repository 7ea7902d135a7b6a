import type { PhoneSoundView } from '../../../../../contracts/api/phone.ts';

/** The part of an audio element that is needed here. */
export type SoundElement = Pick<
  HTMLAudioElement,
  'src' | 'currentTime' | 'playbackRate' | 'paused' | 'seeking' | 'pause' | 'play' | 'dataset'
>;

export type PromptPlayer = {
  /** What is to be heard from now on; null: nothing. */
  hear(sound: PhoneSoundView | null): void;
  stop(): void;
};

const LOOK_EVERY_MS = 150;
/** Further off than this (s), the element is sent to its place; a jump takes a moment in which nothing sounds. */
const JUMP_FROM = 0.2;
/** Less is caught up by playing a little faster or slower, which speech bears without a change of pitch. */
const STEER_FROM = 0.015;
const STEER_MOST = 0.1;
/** In how many seconds of playing a difference is made good. */
const STEER_IN = 0.6;
const LONGEST_START = 0.3;
/** Times of one and the same sound differ by this much at most, ms: they are converted between clocks. */
const SAME_MS = 50;

/**
 * Plays prompts with the switch: the element's position is the time since the switch began the file. It is looked at
 * several times a second, since loading takes a while and a busy browser may fall behind.
 */
export function createPromptPlayer(parts: {
  readonly element: SoundElement;
  readonly serverNow: () => number;
  readonly every: (run: () => void, ms: number) => () => void;
}): PromptPlayer {
  const { element, serverNow } = parts;
  let playing: { readonly url: string; startedAt: number } | undefined;
  let stopLooking = (): void => {};
  let begun = false;

  /** How long the element takes from `play()` to its first sound, s; learnt from prompt to prompt. */
  let startTakes = 0.05;
  let fresh = false;
  /** Where it was sent; until it moves on from there it is still on its way. */
  let sentTo = 0;
  const send = (seconds: number): void => {
    sentTo = seconds;
    element.currentTime = seconds;
    element.playbackRate = 1;
  };

  const follow = (): void => {
    if (playing === undefined) return;
    const due = (serverNow() - playing.startedAt) / 1_000;
    // The silence before a list of files.
    if (due < 0) return;
    if (!begun) {
      begun = fresh = true;
      send(due + startTakes);
      void element.play().catch(() => undefined);
      return;
    }
    if (element.paused || element.seeking || element.currentTime <= sentTo) return;
    const behind = due - element.currentTime;
    if (fresh) startTakes = Math.min(LONGEST_START, Math.max(0, startTakes + behind));
    fresh = false;
    if (Math.abs(behind) > JUMP_FROM) {
      send(due + startTakes);
    } else {
      const steer = Math.max(-STEER_MOST, Math.min(STEER_MOST, behind / STEER_IN));
      element.playbackRate = Math.abs(behind) < STEER_FROM ? 1 : 1 + steer;
    }
  };
  const stop = (): void => {
    stopLooking();
    stopLooking = () => {};
    playing = undefined;
    element.pause();
  };
  return {
    hear(sound) {
      if (sound === null || sound.promptUrl === null) return stop();
      const { promptUrl, startedAt } = sound;
      const same = playing?.url === promptUrl && Math.abs(playing.startedAt - startedAt) < SAME_MS;
      element.dataset['startedAt'] = String(startedAt);
      if (same && playing !== undefined) {
        playing.startedAt = startedAt;
        return;
      }
      stop();
      playing = { url: promptUrl, startedAt };
      begun = false;
      element.src = promptUrl;
      follow();
      stopLooking = parts.every(follow, LOOK_EVERY_MS);
    },
    stop,
  };
}
