import { api, type SwitchCommand } from './switch-command.ts';

/** Asks the switch how it is: see {@link parseSwitchStatus}. */
export const askSwitchStatus = (): SwitchCommand => api('status');

/** What a switch says of itself. */
export type SwitchSelf = {
  /** e.g. `1.10.12-release` */
  readonly version: string | undefined;
  readonly upMs: number;
  readonly sessions: number;
  readonly maxSessions: number | undefined;
};

const UNIT_MS: Readonly<Record<string, number>> = {
  year: 31_536_000_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
  millisecond: 1,
};

/** Takes the eight lines of `status`; returns what they say, or undefined when it is something else. */
export function parseSwitchStatus(reply: string): SwitchSelf | undefined {
  const up = /^UP (?<parts>[0-9][^\n]*)/.exec(reply)?.groups?.['parts'];
  const sessions = /^([0-9]{1,9}) session\(s\) - peak/m.exec(reply)?.[1];
  if (up === undefined || sessions === undefined) return undefined;
  const max = /^([0-9]{1,9}) session\(s\) max/m.exec(reply)?.[1];
  return {
    version: /^FreeSWITCH \(Version ([A-Za-z0-9.~+-]{1,40})/m.exec(reply)?.[1],
    upMs: [...up.matchAll(/([0-9]{1,9}) ([a-z]+?)s?(?:,|$)/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0),
      0,
    ),
    sessions: Number(sessions),
    maxSessions: max === undefined ? undefined : Number(max),
  };
}
