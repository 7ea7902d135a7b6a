import { randomUUID } from 'node:crypto';
import { createApps } from './apps/registry.ts';
import type { Cancel, Clock } from './clock/clock.ts';
import type { Core, CoreSettings, Dialplan } from './core/core.ts';
import { createEventBus, type SwitchIdentity } from './core/event-bus.ts';
import { startHeartbeat } from './core/heartbeat.ts';
import type { MediaFiles } from './core/media-files.ts';
import { createTaskList } from './core/task-list.ts';
import type { PhoneBook } from './phones/phone-book.ts';

/** What one run of the switch is made of; a crash makes a new one. */
export type SwitchOptions = {
  readonly clock: Clock;
  readonly settings: Omit<CoreSettings, 'globals'> & { readonly globals: Readonly<Record<string, string>> };
  readonly hostname: string;
  readonly ipv4: string;
  readonly heartbeatMs: number;
  readonly dialplan: Dialplan;
  readonly files: MediaFiles;
  readonly promptLength: (path: string) => number | undefined;
  readonly phones: () => Pick<PhoneBook, 'find' | 'registrar'>;
};

/** A running switch: its core and how to pull its plug. */
export type RunningSwitch = { readonly core: Core; readonly coreUuid: string; readonly pullPlug: () => void };

/** Starts a switch without any connection to the outside; every start has a new Core-UUID. */
export function startSwitch(options: SwitchOptions): RunningSwitch {
  const { clock } = options;
  const coreUuid = randomUUID();
  const identity: SwitchIdentity = { coreUuid, hostname: options.hostname, ipv4: options.ipv4 };
  const core: Core = {
    clock,
    startedMs: clock.now(),
    settings: {
      ...options.settings,
      globals: {
        domain: options.ipv4,
        local_ip_v4: options.ipv4,
        ...options.settings.globals,
        hostname: options.hostname,
        core_uuid: coreUuid,
      },
    },
    bus: createEventBus(clock, () => identity),
    channels: new Map(),
    tasks: createTaskList(clock),
    files: options.files,
    promptLength: options.promptLength,
    newUuid: randomUUID,
    stats: { sessions: 0, peakSessions: 0, unknownApps: [], apiExpansions: 0 },
    dialplan: options.dialplan,
    apps: createApps(),
    phoneFor: options.phones().find,
    registrar: options.phones().registrar,
  };
  const stopHeartbeat: Cancel = startHeartbeat(core, options.heartbeatMs);
  return {
    core,
    coreUuid,
    pullPlug: () => {
      stopHeartbeat();
      for (const task of core.tasks.all()) core.tasks.remove(String(task.id));
      for (const channel of core.channels.values()) channel.thread.abandon();
      core.channels.clear();
    },
  };
}
