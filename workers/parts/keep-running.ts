import { setTimeout as delay } from 'node:timers/promises';
import { CallwrightError } from '../../contracts/errors.ts';
import { type Child, type ChildExit, type ChildOptions, startChild } from './child.ts';
import type { PartLog } from './part-log.ts';

/** sysexits.h EX_CONFIG: a child that ends so has a wrong configuration; starting it again would not help. */
export const EXIT_CONFIG = 78;

const FIRST_BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5_000;
const STEADY_AFTER_MS = 10_000;
const FIRST_ATTEMPTS = 3;

export interface KeepRunningOptions extends ChildOptions {
  readonly log: PartLog;
  /** Resolves when this incarnation does its work. `signal` aborts when it ended, is to stop, or time is up. */
  readonly ready: (child: Child, signal: AbortSignal) => Promise<void>;
  readonly readyWithinMs: number;
  /** Called before each start, also a repeated one. */
  readonly beforeStart?: () => void;
  readonly onStarted?: (child: Child) => void;
}

/** One program that is kept alive. */
export interface KeptRunning {
  /** Resolves when it is ready for the first time; rejects when it never is (3 attempts, or exit code 78). */
  readonly firstReady: Promise<void>;
  pid(): number | undefined;
  isReady(): boolean;
  restarts(): number;
  /** Ends it for good; SIGKILL after `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

interface State {
  child: Child | undefined;
  ready: boolean;
  everReady: boolean;
  starts: number;
  backoffMs: number;
  stopWithinMs: number;
  readonly stopping: AbortController;
}

/**
 * Starts a program and starts it again whenever it ends by itself: after 200 ms, doubling to 5 s, back to 200 ms
 * once it has run for 10 s.
 */
export function keepRunning(options: KeepRunningOptions): KeptRunning {
  const state: State = {
    child: undefined,
    ready: false,
    everReady: false,
    starts: 0,
    backoffMs: FIRST_BACKOFF_MS,
    stopWithinMs: 0,
    stopping: new AbortController(),
  };
  const first = Promise.withResolvers<void>();
  // A caller may stop it without ever having looked at `firstReady`.
  first.promise.catch(() => undefined);
  const loop = run(options, state, first);
  return {
    firstReady: first.promise,
    pid: () => (state.child?.hasExited() === false ? state.child.pid : undefined),
    isReady: () => state.ready,
    restarts: () => Math.max(0, state.starts - 1),
    stop: async (withinMs) => {
      state.stopWithinMs = withinMs;
      state.stopping.abort(new CallwrightError('config/invalid', `${options.name} was stopped`));
      await state.child?.stop(withinMs);
      await loop;
    },
  };
}

async function run(
  options: KeepRunningOptions,
  state: State,
  first: PromiseWithResolvers<void>,
): Promise<void> {
  const { signal } = state.stopping;
  while (!signal.aborted) {
    const startedAt = performance.now();
    const outcome = await incarnation(options, state, first);
    if (signal.aborted) break;
    if (!state.everReady && (outcome.final || state.starts >= FIRST_ATTEMPTS))
      return first.reject(outcome.error);
    if (performance.now() - startedAt > STEADY_AFTER_MS) state.backoffMs = FIRST_BACKOFF_MS;
    options.log.warn(`${outcome.words}; starting it again in ${state.backoffMs} ms`);
    await delay(state.backoffMs, undefined, { signal }).catch(() => undefined);
    state.backoffMs = Math.min(state.backoffMs * 2, MAX_BACKOFF_MS);
  }
  first.reject(signal.reason);
}

interface Outcome {
  readonly words: string;
  readonly error: unknown;
  /** True when another attempt would end the same way. */
  readonly final: boolean;
}

/** One life of the program, from its start to its end. */
async function incarnation(
  options: KeepRunningOptions,
  state: State,
  first: PromiseWithResolvers<void>,
): Promise<Outcome> {
  state.starts += 1;
  let child: Child;
  try {
    options.beforeStart?.();
    child = await startChild(options);
  } catch (error) {
    return { words: String(error), error, final: true };
  }
  state.child = child;
  options.onStarted?.(child);
  if (state.stopping.signal.aborted) void child.stop(state.stopWithinMs);
  try {
    await becomesReady(options, state, child);
    state.ready = true;
    state.everReady = true;
    first.resolve();
    const exit = await child.exited;
    return { words: `${options.name} ended (${describeExit(exit)})`, error: undefined, final: false };
  } catch (cause) {
    if (!state.stopping.signal.aborted) child.kill();
    const exit = await child.exited;
    const words = `${options.name} did not become ready (${describeExit(exit)})${logHint(options)}`;
    return {
      words,
      error: new CallwrightError('config/invalid', words, { cause }),
      final: exit.code === EXIT_CONFIG,
    };
  } finally {
    state.ready = false;
  }
}

async function becomesReady(options: KeepRunningOptions, state: State, child: Child): Promise<void> {
  const ended = new AbortController();
  void child.exited.then(() => ended.abort());
  const signal = AbortSignal.any([
    ended.signal,
    state.stopping.signal,
    AbortSignal.timeout(options.readyWithinMs),
  ]);
  await Promise.race([options.ready(child, signal), rejectOn(signal)]);
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function logHint(options: ChildOptions): string {
  return options.logFile === undefined ? '' : `; see ${options.logFile}`;
}

function describeExit(exit: ChildExit): string {
  return exit.signal ?? `exit code ${exit.code ?? 'unknown'}`;
}
