import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { CallwrightError } from '../../contracts/errors.ts';
import { type Leash, processLeash } from './leash.ts';
import { sendSignal } from './pid-record.ts';

/** How one child process is started. Its output goes to `onLine` line by line, or straight into `logFile`. */
export interface ChildOptions {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly cwd?: string | undefined;
  /** Run as another account (only root may). */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** Opens an IPC channel: the child gets `process.send` and notices our death by `disconnect`. */
  readonly ipc?: boolean;
  readonly onLine?: (line: string) => void;
  readonly onMessage?: (message: unknown) => void;
  readonly logFile?: string;
  /** What asks this program to end. Postgres: SIGINT is its fast shutdown. */
  readonly stopSignal?: NodeJS.Signals;
  readonly leash?: Leash;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started process, leader of its own process group, so that a Ctrl-C in the terminal reaches only us. */
export interface Child {
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  hasExited(): boolean;
  /** The stop signal to the leader, after `withinMs` SIGKILL to its whole group. Resolves when it has ended. */
  stop(withinMs: number): Promise<ChildExit>;
  kill(): void;
}

/** Starts the process. Rejects with `config/tool-missing` when the program cannot be run at all. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const [program, ...args] = options.argv;
  const output = options.logFile === undefined ? ('pipe' as const) : openSync(options.logFile, 'a', 0o600);
  const child = spawn(program, args, {
    stdio: options.ipc === true ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
    detached: true,
    env: options.env ?? process.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.account ?? {}),
  });
  if (typeof output === 'number') closeSync(output);
  const exited = watchExit(child);
  readOutput(child, options);
  const pid = await spawned(child, options);
  const leash = options.leash ?? processLeash;
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  leash.add(pid, stopSignal);
  let ended = false;
  const cleared = exited.then((exit) => {
    ended = true;
    leash.remove(pid);
    // Whatever the leader started and left behind is ours too.
    sendSignal(-pid, 'SIGKILL');
    return exit;
  });
  return {
    pid,
    exited: cleared,
    hasExited: () => ended,
    kill: () => sendSignal(-pid, 'SIGKILL'),
    stop: async (withinMs) => {
      if (!ended) sendSignal(pid, stopSignal);
      const limit = setTimeout(() => sendSignal(-pid, 'SIGKILL'), withinMs);
      const exit = await cleared;
      clearTimeout(limit);
      return exit;
    },
  };
}

function watchExit(child: ChildProcess): Promise<ChildExit> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

function spawned(child: ChildProcess, options: ChildOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(
        new CallwrightError(
          'config/tool-missing',
          `cannot run ${options.argv[0]} (${options.name}): ${cause.message}`,
          { cause },
        ),
      ),
    );
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
}

function readOutput(child: ChildProcess, options: ChildOptions): void {
  const onLine = options.onLine ?? ((): void => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', onLine);
  }
  const onMessage = options.onMessage;
  if (onMessage !== undefined) child.on('message', onMessage);
}
