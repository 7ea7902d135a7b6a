/**
 * `cw_verb` on a channel: the highest verb number that was issued, with `f` behind it while a filler prompt plays that
 * the switch worker started because the engine was slow (and that the next verb has to break off).
 */
export type Mark = { verb: number; filler: boolean };

export function parseMark(value: string | undefined): Mark {
  const match = /^([0-9]{1,7})(f?)$/.exec(value ?? '');
  return { verb: Number(match?.[1] ?? 0), filler: match?.[2] === 'f' };
}
