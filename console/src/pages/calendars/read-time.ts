/** A time of day as people type it (`9`, `930`, `9:30`, `24:00`) as `HH:MM`; null: none. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, hours = '', minutes = '00'] = found;
  const whole = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || whole > 24 * 60) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
