export type DurationWords = { readonly minutes: string; readonly seconds: string };

/**
 * Length of a turn or a call as people say it: below a minute with a tenth (`2.4초`, `0.1초`), above in minutes and
 * seconds (`3분 07초`). Words come from the language; a turn that took less than 50 ms is `0.0초`: it was no wait.
 */
export function spokenDuration(ms: number, words: DurationWords): string {
  const whole = Math.max(0, ms);
  if (whole < 59_950) return `${(whole / 1_000).toFixed(1)}${words.seconds}`;
  const seconds = Math.round(whole / 1_000);
  const minutes = Math.floor(seconds / 60);
  return `${minutes}${words.minutes} ${String(seconds % 60).padStart(2, '0')}${words.seconds}`;
}

/** From one instant (ISO 8601) to another, ms; null while one of them is not there. */
export function spanMs(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.max(0, Date.parse(to) - Date.parse(from));
}
