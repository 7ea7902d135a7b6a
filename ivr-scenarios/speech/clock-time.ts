/** Hours 0–23 and minutes of what a caller typed or a system gave: `HHMM`, `HMM`, `HH:MM`; undefined when it is no time of day. */
export function clockTime(text: string): { hour: number; minute: number } | undefined {
  const match = /^(\d{1,2}):?(\d{2})(?::?\d{2})?$/.exec(text.trim());
  if (match === null) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}
