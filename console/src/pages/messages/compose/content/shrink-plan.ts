export type Try = { readonly width: number; readonly height: number; readonly quality: number };

/** Longest edges, px, from what carriers take down to the recommended one. */
const EDGES = [1_440, 1_080, 720, 480, 320] as const;
const QUALITIES = [0.85, 0.7, 0.55] as const;

/** In which sizes and qualities to write an image until it is small enough, best first; it never grows. */
export function shrinkTries(width: number, height: number): readonly Try[] {
  const longest = Math.max(width, height);
  const edges = [...new Set(EDGES.map((edge) => Math.min(edge, longest)))];
  return edges.flatMap((edge) => {
    const scale = edge / longest;
    return QUALITIES.map((quality) => ({
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      quality,
    }));
  });
}
