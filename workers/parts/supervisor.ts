import { CallwrightError } from '../../contracts/errors.ts';
import { createReadiness, type ReadyWhen } from './child-readiness.ts';
import { type KeptRunning, keepRunning } from './keep-running.ts';
import type { PartLog } from './part-log.ts';

/** One child process as the supervisor runs it. */
export interface ProcessSpec {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Default `message`: the child sends `ready` over IPC (see follow-supervisor.ts). */
  readonly ready?: ReadyWhen;
  /** Default 60 s. */
  readonly readyWithinMs?: number;
  /** What is stopped together; lower stages stop first. Default 0; parts that others need have higher numbers. */
  readonly stage?: number;
  /** SIGKILL after this. Default 8 s. */
  readonly stopWithinMs?: number;
  readonly onMessage?: (message: unknown) => void;
}

export interface ProcessStatus {
  readonly name: string;
  readonly pid: number | undefined;
  readonly ready: boolean;
  readonly restarts: number;
}

/** Runs child processes and other parts, and ends all of them, and nothing else, within `stopWithinMs`. */
export interface Supervisor {
  /** Starts a process and keeps it running. Resolves when it is ready for the first time. */
  start(spec: ProcessSpec): Promise<void>;
  /** Registers something else that must be stopped (a Temporal server, Postgres). Default stage 10. */
  addPart(name: string, stop: () => Promise<void>, stage?: number): void;
  status(): readonly ProcessStatus[];
  /** Stops everything, stage by stage. Safe to call twice; always resolves. */
  stop(): Promise<void>;
  /** Stops on SIGINT, SIGTERM and SIGHUP, then calls `onStopped` (which may set the exit code). */
  stopOnSignals(onStopped: (signal: NodeJS.Signals) => void): void;
}

export interface SupervisorOptions {
  readonly log: PartLog;
  /** Where the children's lines go, one call a line. Default: stdout, prefixed with the name. */
  readonly output?: (name: string, line: string) => void;
  /** For the whole stop. Default 18 s, so that 20 s hold. */
  readonly stopWithinMs?: number;
}

interface Entry {
  readonly name: string;
  readonly stage: number;
  stop(withinMs: number): Promise<void>;
}

const STOP_ALL_MS = 18_000;
const STOP_ONE_MS = 8_000;
const READY_MS = 60_000;

/** Makes a supervisor that runs nothing yet. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const entries: Entry[] = [];
  const running = new Map<string, KeptRunning>();
  let stopping: Promise<void> | undefined;
  const output = options.output ?? writeLine;

  async function start(spec: ProcessSpec): Promise<void> {
    if (stopping !== undefined)
      throw new CallwrightError('config/invalid', `${spec.name} not started: stopping`);
    const readiness = createReadiness(spec.ready ?? 'message');
    const kept = keepRunning({
      name: spec.name,
      argv: spec.argv,
      env: { ...process.env, ...spec.env },
      cwd: spec.cwd,
      ipc: true,
      log: options.log,
      readyWithinMs: spec.readyWithinMs ?? READY_MS,
      ready: readiness.wait,
      onLine: (line) => {
        readiness.onLine(line);
        output(spec.name, line);
      },
      onMessage: (message) => {
        readiness.onMessage(message);
        spec.onMessage?.(message);
      },
    });
    // Registered at once: a stop while it is still starting has to end it as well.
    const stop = (withinMs: number): Promise<void> =>
      kept.stop(Math.min(withinMs, spec.stopWithinMs ?? STOP_ONE_MS));
    entries.push({ name: spec.name, stage: spec.stage ?? 0, stop });
    running.set(spec.name, kept);
    await kept.firstReady;
  }

  return {
    start,
    addPart: (name, stop, stage = 10) => {
      entries.push({ name, stage, stop });
    },
    status: () =>
      [...running].map(([name, kept]) => ({
        name,
        pid: kept.pid(),
        ready: kept.isReady(),
        restarts: kept.restarts(),
      })),
    stop: () => {
      stopping ??= stopStages(entries, options);
      return stopping;
    },
    stopOnSignals(onStopped) {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          stopping ??= stopStages(entries, options);
          void stopping.then(() => onStopped(signal));
        });
      }
    },
  };
}

async function stopStages(entries: readonly Entry[], options: SupervisorOptions): Promise<void> {
  const deadline = performance.now() + (options.stopWithinMs ?? STOP_ALL_MS);
  const stages = [...new Set(entries.map((entry) => entry.stage))].sort((a, b) => a - b);
  for (const [index, stage] of stages.entries()) {
    // Each later stage keeps a second for itself, however long the earlier ones take.
    const left = deadline - performance.now() - 1_000 * (stages.length - index - 1);
    const members = entries.filter((entry) => entry.stage === stage).reverse();
    await Promise.all(members.map((entry) => stopEntry(entry, Math.max(left, 500), options.log)));
  }
}

async function stopEntry(entry: Entry, withinMs: number, log: PartLog): Promise<void> {
  try {
    await entry.stop(withinMs);
  } catch (error) {
    log.warn(`${entry.name} did not stop cleanly: ${String(error)}`);
  }
}

function writeLine(name: string, line: string): void {
  process.stdout.write(`${name} | ${line}\n`);
}
