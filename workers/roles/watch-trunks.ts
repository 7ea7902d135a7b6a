import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { createTrunkWatch, TRUNK_WATCH_EVERY_MS } from '../switch/trunk-watch.ts';
import type { Runtime } from './runtime.ts';

/** Asks every node about its trunks and itself, at once and then every 10 s. */
export function watchTrunks(
  { tables, log }: Pick<Runtime, 'tables' | 'log'>,
  ports: readonly SwitchPort[],
): { stop(): void } {
  const actor = systemActor('switch-worker');
  const looks = ports.map((port) =>
    createTrunkWatch({
      port,
      writeTrunks: (statuses) => tables.trunkStatus.report(actor, statuses),
      writeSwitch: (status) => tables.switchStatus.report(actor, status),
      now: Date.now,
    }),
  );
  const look = (): void => {
    for (const one of looks)
      void one().catch((error: unknown) => log.debug({ err: error }, 'the state of trunks was not written'));
  };
  look();
  const timer = setInterval(look, TRUNK_WATCH_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
