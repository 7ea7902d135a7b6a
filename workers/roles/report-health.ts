import { type SystemRole, systemActor } from '../../contracts/api/actor.ts';
import { HEALTH_WRITE_EVERY_MS } from '../../contracts/api/health.ts';
import type { Runtime } from './runtime.ts';

/** Tells the other roles how this one's parts are, every 5 s; a database that is away is what the api notices itself. */
export function reportHealth(runtime: Runtime, role: SystemRole, instance: string): () => void {
  const write = async (): Promise<void> => {
    const database = await runtime.database.healthy();
    runtime.health.report('postgres', database.ok, database.ok ? undefined : database.error);
    if (!database.ok) return;
    await runtime.tables.partHealth.report(systemActor(role), { role, instance }, runtime.health.snapshot());
  };
  const run = (): void =>
    void write().catch((error: unknown) => runtime.log.debug({ err: error }, 'health not written'));
  run();
  const timer = setInterval(run, HEALTH_WRITE_EVERY_MS);
  return () => clearInterval(timer);
}
