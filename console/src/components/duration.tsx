import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Milliseconds in words: seconds below a minute, minutes below an hour. */
export function durationText(ms: number, t: TFunction): string {
  const whole = Math.max(0, Math.round(ms / 1_000));
  const [hours, minutes, seconds] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return t('components.duration.hours', { hours, minutes });
  if (minutes > 0) return t('components.duration.minutes', { minutes, seconds });
  return t('components.duration.seconds', { seconds });
}

/** Milliseconds → `3:07`, from an hour on `1:03:07`. For clocks that run. */
export function clockText(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** How long something took; a dash when that is not known. */
export function Duration({ ms }: { ms: number | null }): ReactElement {
  const { t } = useTranslation();
  if (ms === null) return <span className="cw-muted">–</span>;
  return <span className="cw-number">{durationText(ms, t)}</span>;
}
