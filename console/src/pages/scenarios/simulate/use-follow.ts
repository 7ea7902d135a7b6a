import { useEffect, useRef } from 'react';
import type { Line } from './line-words.ts';
import type { Playlist } from './use-playlist.ts';

/** Plays what is new in a conversation as it grows; a call that begins anew is heard from its beginning. */
export function useFollow(follows: boolean, lines: readonly Line[] | undefined, playlist: Playlist): void {
  const heard = useRef(0);
  const { play } = playlist;
  useEffect(() => {
    if (lines === undefined) return;
    const from = lines.length < heard.current ? 0 : heard.current;
    heard.current = lines.length;
    if (!follows) return;
    const paths = lines.slice(from).flatMap(({ kind, prompts }) => (kind === 'music' ? [] : prompts));
    if (paths.length > 0) play('follow', paths);
  }, [follows, lines, play]);
}
