import { upTime } from '../api/status.ts';
import type { Cancel } from '../clock/clock.ts';
import type { Core } from './core.ts';

/** Fires HEARTBEAT every `everyMs` (20 s on a real switch, 03-) until stopped. */
export function startHeartbeat(core: Core, everyMs: number): Cancel {
  let cancel: Cancel = () => {};
  const beat = (): void => {
    const up = core.clock.now() - core.startedMs;
    const { sessions, peakSessions } = core.stats;
    core.bus.fire('HEARTBEAT', () => [
      ['Event-Info', 'System Ready'],
      ['Up-Time', upTime(up)],
      ['FreeSWITCH-Version', '1.10.12-release~64bit'],
      ['Uptime-msec', String(Math.floor(up))],
      ['Session-Count', String(core.channels.size)],
      ['Max-Sessions', String(core.settings.maxSessions)],
      ['Session-Per-Sec', '500'],
      ['Session-Per-Sec-Last', '0'],
      ['Session-Per-Sec-Max', String(peakSessions)],
      ['Session-Per-Sec-FiveMin', '0'],
      ['Session-Since-Startup', String(sessions)],
      ['Session-Peak-Max', String(peakSessions)],
      ['Session-Peak-FiveMin', String(peakSessions)],
      ['Idle-CPU', '96.766667'],
    ]);
    cancel = core.clock.after(everyMs, beat);
  };
  cancel = core.clock.after(everyMs, beat);
  return () => cancel();
}
