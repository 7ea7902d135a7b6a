import type { Actor, SystemRole } from '../contracts/api/actor.ts';
import { HEALTH_WRITE_EVERY_MS, type HealthRegistry } from '../contracts/api/health.ts';
import type { PartHealthTable } from './repositories/part-health.ts';

export type HealthReporterOptions = {
  partHealth: Pick<PartHealthTable, 'report'>;
  health: HealthRegistry;
  actor: Actor;
  /** `instance` must survive a restart: the node's name or a number, never a pid. */
  source: { role: SystemRole; instance: string; version?: string };
  everyMs?: number;
};

/**
 * Writes a role's health at once and then regularly, so that `/readyz` can show it. What Postgres answers is itself
 * reported as part `postgres`; a write that takes long is not overtaken by the next. Closing waits for the last one.
 */
export function startHealthReporter(options: HealthReporterOptions): { close(): Promise<void> } {
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    try {
      await options.partHealth.report(options.actor, options.source, options.health.snapshot());
      options.health.report('postgres', true);
    } catch (error) {
      options.health.report('postgres', false, error instanceof Error ? error.message : 'failed');
    }
    writing = undefined;
  };
  const tick = (): void => {
    writing ??= write();
  };
  tick();
  const timer = setInterval(tick, options.everyMs ?? HEALTH_WRITE_EVERY_MS);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await writing;
    },
  };
}
