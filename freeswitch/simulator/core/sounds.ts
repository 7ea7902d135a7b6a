/** What a caller hears: one piece of sound. `ms` is Infinity for an endless stream. */
export type Sound = {
  readonly kind: 'file' | 'silence' | 'tone';
  readonly source: string;
  readonly ms: number;
  /** Silence before it, counted in `ms`. */
  readonly leadMs?: number;
};

/** `file_string` begins with so much silence, unless its first file is missing (1.10.12). */
const fileStringLeadMs = 250;

/** Looks a file's length up; undefined = no such file. */
export type FileLength = (path: string) => number | undefined;

/** `%(on,off,freq…)` groups with an optional `loops=n` (TGML); length only, the pitch does not matter here. */
function toneMs(spec: string): number {
  const loops = /loops=(-?\d+)/.exec(spec)?.[1];
  if (loops === '-1') return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [, on, off] of spec.matchAll(/%\((\d+),(\d+)[^)]*\)/g)) sum += Number(on) + Number(off);
  return (sum || 1000) * Math.max(1, Number(loops ?? 1));
}

function single(path: string, length: FileLength): Sound | undefined {
  if (path.startsWith('silence_stream://')) {
    const ms = Number.parseInt(path.slice('silence_stream://'.length), 10);
    return { kind: 'silence', source: path, ms: ms < 0 ? Number.POSITIVE_INFINITY : ms || 0 };
  }
  if (path.startsWith('tone_stream://')) return { kind: 'tone', source: path, ms: toneMs(path) };
  const ms = length(path);
  return ms === undefined ? undefined : { kind: 'file', source: path, ms };
}

/**
 * Resolves what `playback` was given into its pieces; an empty list means FILE NOT FOUND. `file_string://a!b` is one
 * playback of several files, of which missing ones are skipped.
 */
export function soundsOf(path: string, length: FileLength): readonly Sound[] {
  if (!path.startsWith('file_string://')) {
    const sound = single(path, length);
    return sound ? [sound] : [];
  }
  const parts = path.slice('file_string://'.length).split('!');
  return parts.flatMap((part, index) => {
    const sound = single(part, length);
    if (!sound) return [];
    if (index > 0) return [sound];
    return [{ ...sound, ms: sound.ms + fileStringLeadMs, leadMs: fileStringLeadMs }];
  });
}
