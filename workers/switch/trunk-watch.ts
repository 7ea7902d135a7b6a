import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import type { SwitchStatus } from '../../db/repositories/switch-status.ts';
import type { TrunkStatus } from '../../db/repositories/trunk-status.ts';
import {
  askGateways,
  askSwitchStatus,
  type Gateway,
  parseGateways,
  parseSwitchStatus,
} from '../../freeswitch/commands/index.ts';

/** How often a node is asked about its trunks and itself, ms. */
export const TRUNK_WATCH_EVERY_MS = 10_000;

export type TrunkWatchOptions = {
  port: SwitchPort;
  writeTrunks(statuses: readonly TrunkStatus[]): Promise<void>;
  writeSwitch(status: SwitchStatus): Promise<void>;
  now(): number;
};

/**
 * One look at a node: what it says of itself and of each configured trunk is written down. A switch that does not answer
 * leaves every trunk `unknown`: whether the trunk is well, nobody can say.
 */
export function createTrunkWatch({
  port,
  writeTrunks,
  writeSwitch,
  now,
}: TrunkWatchOptions): () => Promise<void> {
  const { node, gateways } = port;
  return async () => {
    const replies = await runCommands(port, [askGateways(), askSwitchStatus()]).catch(() => []);
    const known = parseGateways(replies[0] ?? '');
    await writeTrunks(
      gateways.trunks.map((trunk) => ({
        node,
        trunk,
        ...(known === undefined
          ? NOTHING_KNOWN
          : toStatus(
              known.find(({ name }) => name === trunk),
              now(),
            )),
      })),
    );
    const self = parseSwitchStatus(replies[1] ?? '');
    if (self === undefined) return;
    const { version, upMs, sessions, maxSessions } = self;
    const upSince = now() - upMs;
    await writeSwitch({
      node,
      version: version ?? null,
      upSince,
      sessions,
      maxSessions: maxSessions ?? null,
    });
  };
}

type Told = Omit<TrunkStatus, 'node' | 'trunk'>;

const NOTHING_KNOWN: Told = {
  state: 'unknown',
  registration: null,
  pingMs: null,
  callsIn: null,
  callsOut: null,
  failedIn: null,
  failedOut: null,
  upSince: null,
};

/** Registrations with which a gateway carries calls; a retry after a failure is none of them. */
const CARRYING: readonly Gateway['registration'][] = ['REGED', 'NOREG'];

function toStatus(gateway: Gateway | undefined, now: number): Told {
  if (gateway === undefined) return { ...NOTHING_KNOWN, state: 'missing' };
  const up = gateway.up && CARRYING.includes(gateway.registration);
  return {
    state: up ? 'up' : 'down',
    registration: gateway.registration,
    pingMs: gateway.pingMs ?? null,
    callsIn: gateway.callsIn,
    callsOut: gateway.callsOut,
    failedIn: gateway.failedIn,
    failedOut: gateway.failedOut,
    upSince: up && gateway.upMs > 0 ? now - gateway.upMs : null,
  };
}
