import type { SystemPartView } from '../../contracts/api/system.ts';
import type { Texts } from '../../contracts/api/texts.ts';
import type { NodeName } from '../../contracts/ids.ts';
import type { ReportedPart } from '../../db/repositories/part-health.ts';
import type { SwitchStatus } from '../../db/repositories/switch-status.ts';
import { adviceFor } from './advice.ts';
import { isFresh, stateOf, timesOf } from './facts.ts';

const MINUTE_MS = 60_000;

function upTime(ms: number): Texts {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  const rest = minutes % 60;
  return {
    ko: `${days > 0 ? `${days}일 ` : ''}${days > 0 || hours > 0 ? `${hours}시간 ` : ''}${rest}분`,
    en: `${days > 0 ? `${days} d ` : ''}${days > 0 || hours > 0 ? `${hours} h ` : ''}${rest} min`,
  };
}

function detailOf(status: SwitchStatus | undefined, now: number): Texts | null {
  if (status?.upSince == null) return null;
  const up = upTime(now - status.upSince);
  const of = status.maxSessions === null ? '' : ` / ${status.maxSessions}`;
  return {
    ko: `가동 ${up.ko}, 통화 채널 ${status.sessions ?? 0}${of}`,
    en: `up ${up.en}, ${status.sessions ?? 0}${of} channels`,
  };
}

/** A switch as our processes reach it: its command sockets, and the event socket that tells of calls. */
export function switchPart(
  node: NodeName,
  reported: readonly ReportedPart[],
  status: SwitchStatus | undefined,
  now: number,
): SystemPartView {
  const words = reported.filter(({ part }) => part === `switch:${node}` || part === `events:${node}`);
  const watched = words.some((word) => word.part === `events:${node}` && isFresh(word));
  const state = watched ? stateOf(words) : 'down';
  const code = watched
    ? ({ ok: undefined, degraded: 'switch/partly', down: 'switch/down' } as const)[state]
    : 'switch/unwatched';
  return {
    part: `switch:${node}`,
    title: { ko: `교환기 ${node}`, en: `Switch ${node}` },
    state,
    version: status?.version ?? null,
    detail: state === 'down' ? null : detailOf(status, now),
    ...timesOf(words),
    advice: code === undefined ? null : adviceFor(code),
  };
}
