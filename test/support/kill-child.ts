import type { Supervisor } from '../../workers/parts/supervisor.ts';
import { until } from './until.ts';

/** Pid of one child of a supervisor; throws while it is not running. */
export function pidOf(supervisor: Supervisor, name: string): number {
  const pid = supervisor.status().find((process) => process.name === name)?.pid;
  if (pid === undefined) throw new Error(`${name} is not running`);
  return pid;
}

/** `kill -9` of one child of a supervisor, which brings it back; resolves when it is ready again. */
export async function killed(supervisor: Supervisor, name: string): Promise<void> {
  const status = () => supervisor.status().find((process) => process.name === name);
  const before = status();
  if (before?.pid === undefined) throw new Error(`${name} is not running`);
  process.kill(before.pid, 'SIGKILL');
  await until(() => {
    const now = status();
    return now !== undefined && now.restarts > before.restarts && now.ready;
  }, `${name} is back`);
}
