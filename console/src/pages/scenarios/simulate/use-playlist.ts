import { useCallback, useEffect, useRef, useState } from 'react';
import { address } from '../../../api/client.ts';

export type Playlist = {
  /** Key of what is heard; null: silence. */
  readonly playing: string | null;
  /** True when the last one could not be played. */
  readonly failed: boolean;
  /** Plays prompts one after the other, in place of what was heard before. */
  play(key: string, paths: readonly string[]): void;
  stop(): void;
};

/** Plays prompt files in their order, one list at a time. */
export function usePlaylist(): Playlist {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const stop = useCallback(() => {
    audio.current?.pause();
    audio.current = null;
    setPlaying(null);
  }, []);
  const play = useCallback((key: string, paths: readonly string[]) => {
    audio.current?.pause();
    const element = new Audio();
    audio.current = element;
    setPlaying(key);
    setFailed(false);
    const next = (index: number): void => {
      const path = paths[index];
      // Another list was begun, or this one is over.
      if (audio.current !== element) return;
      if (path === undefined) {
        setPlaying(null);
        return;
      }
      element.onended = () => next(index + 1);
      element.onerror = () => {
        setFailed(true);
        next(index + 1);
      };
      element.src = address('/prompt-audio', { path });
      element.play().catch(() => undefined);
    };
    next(0);
  }, []);
  useEffect(() => stop, [stop]);
  return { playing, failed, play, stop };
}
