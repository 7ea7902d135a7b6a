import type { Core } from '../core/core.ts';

/** What a 1.10.12 says of itself. */
export const version = 'FreeSWITCH Version 1.10.12-release~64bit ( 64bit)\n';

/** `0 years, 0 days, 0 hours, 15 minutes, 16 seconds, 960 milliseconds, 599 microseconds`. */
export function upTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts: [number, string][] = [
    [Math.floor(seconds / 31_536_000), 'year'],
    [Math.floor(seconds / 86_400) % 365, 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
    [Math.floor(ms) % 1000, 'millisecond'],
    [Math.floor(ms * 1000) % 1000, 'microsecond'],
  ];
  return parts.map(([value, unit]) => `${value} ${unit}${value === 1 ? '' : 's'}`).join(', ');
}

/** The eight lines of `status`. */
export function status(core: Core): string {
  const { stats, settings, channels } = core;
  return [
    `UP ${upTime(core.clock.now() - core.startedMs)}`,
    'FreeSWITCH (Version 1.10.12-release  64bit) is ready',
    `${stats.sessions} session(s) since startup`,
    `${channels.size} session(s) - peak ${stats.peakSessions}, last 5min ${stats.peakSessions} `,
    `0 session(s) per Sec out of max 500, peak ${stats.peakSessions}, last 5min ${stats.peakSessions} `,
    `${settings.maxSessions} session(s) max`,
    'min idle cpu 0.00/96.93',
    'Current Stack Size/Max 240K/8192K',
    '',
  ].join('\n');
}
