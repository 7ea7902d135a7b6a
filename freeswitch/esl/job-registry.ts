import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { EslError } from './errors.ts';

/**
 * Background jobs that wait for their BACKGROUND_JOB event. One object is shared by the command
 * connection, which registers, and the event connection, which completes; it outlives both sockets,
 * so a job that ends after a reconnect is still delivered.
 */
export type JobRegistry = {
  /** Before writing, or a quick result could pass unseen. Throws `invalid-argument` on a live uuid. */
  register(jobUuid: string): Promise<string>;
  /** Rejects with `outcome-unknown` unless a result comes within `timeoutMs`. */
  expireIn(jobUuid: string, timeoutMs: number): void;
  /** False when nobody waits for it: another worker's job, or too late. */
  complete(jobUuid: string, result: string): boolean;
  fail(jobUuid: string, error: unknown): void;
  /** The switch restarted: results of earlier jobs will never come. */
  loseAll(reason: string): void;
  size(): number;
};

type Job = {
  resolve: (result: string) => void;
  reject: (error: unknown) => void;
  cancelTimer: () => void;
};

/** Makes an empty registry. */
export function createJobRegistry(clock: Clock = systemClock): JobRegistry {
  const jobs = new Map<string, Job>();

  function take(jobUuid: string): Job | undefined {
    const job = jobs.get(jobUuid);
    jobs.delete(jobUuid);
    job?.cancelTimer();
    return job;
  }

  function fail(jobUuid: string, error: unknown): void {
    take(jobUuid)?.reject(error);
  }

  return {
    register(jobUuid): Promise<string> {
      if (jobs.has(jobUuid)) throw new EslError('invalid-argument', 'Job-UUID is in use');
      return new Promise((resolve, reject) => {
        jobs.set(jobUuid, { resolve, reject, cancelTimer: () => {} });
      });
    },
    expireIn(jobUuid, timeoutMs): void {
      const job = jobs.get(jobUuid);
      if (job === undefined) return;
      job.cancelTimer();
      job.cancelTimer = clock.schedule(timeoutMs, () =>
        fail(
          jobUuid,
          new EslError('outcome-unknown', 'the job was accepted, its result did not come in time'),
        ),
      );
    },
    complete(jobUuid, result): boolean {
      const job = take(jobUuid);
      job?.resolve(result);
      return job !== undefined;
    },
    fail,
    loseAll(reason): void {
      for (const jobUuid of [...jobs.keys()]) fail(jobUuid, new EslError('outcome-unknown', reason));
    },
    size: () => jobs.size,
  };
}
