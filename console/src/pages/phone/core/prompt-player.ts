import type { PhoneSoundView } from '../../../../../contracts/api/phone.ts';

/** The part of an audio element that is needed here. */
export type SoundElement = Pick<HTMLAudioElement, 'src' | 'currentTime' | 'paused' | 'seeking' | 'pause' | 'play' | 'dataset'>;

export type PromptPlayer = {
  /** What is to be heard from now on; null: nothing. */
  hear(sound: PhoneSoundView | null): void;
  stop(): void;
};

/** Corrected from here on, s; well below what an ear takes for another place of the sentence. */
const TOLERANCE = 0.06;
const LOOK_EVERY_MS = 200;
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

  const follow = (): void => {
    if (playing === undefined) return;
    const due = (serverNow() - playing.startedAt) / 1_000;
    // The silence before a list of files.
    if (due < 0) return;
    if (element.dataset['begun'] !== 'true') {
      element.dataset['begun'] = 'true';
      element.currentTime = due;
      void element.play().catch(() => undefined);
      return;
    }
    if (!element.paused && !element.seeking && Math.abs(element.currentTime - due) > TOLERANCE)
      element.currentTime = due;
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
      element.dataset['begun'] = 'false';
      element.src = promptUrl;
      follow();
      stopLooking = parts.every(follow, LOOK_EVERY_MS);
    },
    stop,
  };
}
