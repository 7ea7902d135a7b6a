import type { Job, Run } from './run.ts';

export type Entry = { run: Run; job: Job; local: boolean };

/** What workflows are to be told, in order; while a run's workflow task is open, only its local activities get through. */
export type JobQueue = {
  push(run: Run, job: Job, local?: boolean): void;
  take(): Entry | undefined;
  /** Signals and Updates that came too late for a run go to its successor. */
  handOver(from: Run, to: Run): void;
};

export function createJobQueue(): JobQueue {
  let entries: Entry[] = [];
  const ready = ({ run, local }: Entry): boolean => local || run.localsOpen === 0;

  return {
    push: (run, job, local = false) => void entries.push({ run, job, local }),
    take() {
      entries = entries.filter(({ run }) => run.status === 'running');
      const at = entries.findIndex(ready);
      return at < 0 ? undefined : entries.splice(at, 1)[0];
    },
    handOver(from, to) {
      for (const entry of entries) {
        if (entry.run !== from || !(entry.job.signalWorkflow ?? entry.job.doUpdate)) continue;
        const id = entry.job.doUpdate?.protocolInstanceId ?? '';
        const update = from.updates.get(id);
        if (update !== undefined) to.updates.set(id, update);
        entry.run = to;
      }
    },
  };
}
