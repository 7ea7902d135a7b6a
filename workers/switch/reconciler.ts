import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { CallId, CoreUuid, NodeName } from '../../contracts/ids.ts';
import {
  type ChannelRow,
  getVariable,
  hangupChannel,
  ISSUED_VARIABLE,
  parseChannels,
  showChannels,
  variableValue,
} from '../../freeswitch/commands/index.ts';
import { type Channel, cameFrom } from './intake.ts';
import type { LiveCalls } from './live-calls.ts';
import { createLegWatch, type OpenLeg } from './lost-legs.ts';
import { isOurs, type KnownCall, lostEvent, planReconcile } from './reconcile.ts';
import type { Router } from './router.ts';

/** Our own tables, as the reconcile needs them; visibility is eventually consistent and never asked (temporal.md §7). */
export type CallTable = {
  known(node: NodeName): Promise<KnownCall[]>;
  /** Counts one miss for the look at `observedAt`; returns how many there are in a row. */
  markMissing(call: CallId, observedAt: number): Promise<number>;
  clearMissing(call: CallId): Promise<void>;
  /** True while the ledger has not settled the leg: its workflow still wants it. */
  legOpen(leg: CallId): Promise<boolean>;
  /** Legs of the node that were dialled and are not over; callers and their legs are different rows. */
  openLegs(node: NodeName): Promise<OpenLeg[]>;
};

export type ReconcilerOptions = {
  port: SwitchPort;
  core(): CoreUuid | undefined;
  calls: CallTable;
  live: LiveCalls;
  router: Router;
  /** What a channel that we do not know would be started with; undefined when its number is not ours. */
  inputFor(call: CallId, channel: Pick<Channel, 'called' | 'caller' | 'from'>): CallInput | undefined;
  now(): number;
  onReport(report: { adopted: number; ended: number; lost: number }): void;
};

const MISSES_UNTIL_LOST = 2;

/** Both legs of a conversation have the same `call_uuid` (frames in 31-); a parked channel shares its own with nobody. */
function talks(call: CallId, channels: readonly ChannelRow[]): boolean {
  const own = channels.find(({ uuid }) => uuid === call)?.callUuid ?? '';
  return own !== '' && channels.some(({ uuid, callUuid }) => uuid !== call && callUuid === own);
}

/** One look at the node: returns when every difference has been handed to the workflow that it concerns. */
export function createReconciler(options: ReconcilerOptions): () => Promise<void> {
  const { port, calls, live, router, now } = options;
  const lostLegs = createLegWatch();

  return async () => {
    const core = options.core();
    if (core === undefined) return;
    const observedAt = now();
    const [known, open] = await Promise.all([calls.known(port.node), calls.openLegs(port.node)]);
    const [reply = ''] = await runCommands(port, [showChannels()]);
    const channels = parseChannels(reply);
    if (channels === undefined) return;
    const plan = planReconcile(channels, known, core, now(), (uuid) => live.has(uuid as CallId));
    for (const call of plan.alive)
      live.add(
        call,
        known.some((one) => one.call === call && one.leg),
        talks(call, channels),
      );
    const living = new Set(channels.map(({ uuid }) => uuid));
    const lives = (call: CallId): boolean => living.has(call);
    for (const call of live.all()) if (!lives(call)) live.remove(call);
    const report = { adopted: 0, ended: 0, lost: 0 };
    for (const call of plan.ofAnotherCore) {
      router.push(call, lostEvent(call, now(), 'core-restarted'));
      report.lost += 1;
    }
    for (const call of plan.missing) {
      if ((await calls.markMissing(call, observedAt)) < MISSES_UNTIL_LOST) continue;
      router.push(call, lostEvent(call, now(), 'channel-gone'));
      report.lost += 1;
    }
    for (const leg of lostLegs({ core, observedAt, open, lives })) {
      router.push(leg, lostEvent(leg, now(), 'channel-gone'));
      report.lost += 1;
    }
    for (const call of plan.strangers) {
      const channel = channels.find(({ uuid }) => uuid === call);
      const fate = channel === undefined ? 'leave' : await settleStranger(call, channel);
      if (fate === 'adopted') report.adopted += 1;
      if (fate === 'ended') report.ended += 1;
    }
    await Promise.all(plan.alive.map((call) => calls.clearMissing(call)));
    options.onReport(report);
  };

  async function settleStranger(call: CallId, channel: ChannelRow): Promise<'adopted' | 'ended' | 'leave'> {
    const [route = '', leg = '', mark = ''] = await runCommands(port, [
      getVariable(call, 'cw_route'),
      getVariable(call, 'cw_leg'),
      getVariable(call, ISSUED_VARIABLE),
    ]);
    if (variableValue(leg) === 'true') {
      if (await calls.legOpen(call)) return 'leave';
      // Settled, but alive: nobody will ever connect it to anybody.
      await runCommands(port, [hangupChannel(call, 'NORMAL_CLEARING')]);
      return 'ended';
    }
    const way = variableValue(route);
    if (way !== 'inbound' && way !== 'phone') return 'leave';
    if (!isOurs(channel, variableValue(mark) !== undefined, now())) return 'leave';
    const input = options.inputFor(call, { ...channel, from: cameFrom(way) });
    if (input === undefined) return 'leave';
    live.add(call, false);
    router.push(call, { type: 'arrived', id: `adopt:${call}`, at: now(), adopted: true }, input);
    return 'adopted';
  }
}
