import { systemClock } from './clock.ts';
import {
  type Encoded,
  type EslCommand,
  encodeApi,
  encodeBgapi,
  encodeCommand,
  encodeSendmsg,
  type SendmsgOptions,
} from './encode.ts';
import { EslError, isEslError } from './errors.ts';
import { type EslFrame, isErrorReply } from './frame.ts';
import type { JobRegistry } from './job-registry.ts';
import { createLink, type EndpointOptions, type LinkState, type LinkTimeouts } from './link.ts';
import { createPipeline, type PipelineCounters } from './pipeline.ts';
import { createSilenceWatch } from './silence-watch.ts';

export type CommandTimeouts = LinkTimeouts & {
  /** Of a call that names none, ms. */
  readonly commandMs: number;
  /** Silence after which the switch is asked for a sign of life, ms. */
  readonly silenceMs: number;
  /** How long that sign may take, ms. */
  readonly answerMs: number;
  /** The same after a command was not answered in time, ms: somebody waits for the next one. */
  readonly doubtMs: number;
};

export type CommandConnectionOptions = EndpointOptions & {
  readonly timeouts?: Partial<CommandTimeouts>;
  /** Shared with the event connection; without it `bgapi` is refused. */
  readonly jobs?: JobRegistry;
  /** Most commands written and unanswered, 256; what waits behind them can still be taken back. */
  readonly maxInFlight?: number;
  readonly onStateChange?: (state: LinkState, reason: string) => void;
};

export type CallOptions = {
  /** From the call to its answer, ms. */
  readonly timeoutMs?: number;
  /** When down: wait for the connection (within the time-out) instead of failing at once. */
  readonly waitForConnection?: boolean;
};

export type BgapiOptions = CallOptions & { readonly jobUuid: string };

export type CommandCounters = PipelineCounters & { readonly bytes: number; readonly reconnects: number };

/**
 * Commands to one switch. All reject with {@link EslError}; none is ever sent twice. An answer that
 * begins with `-` is an answer, not an error: see `isErrorReply`.
 */
export type CommandConnection = {
  /** Resolves with the answer's body. */
  api(command: string, options?: CallOptions): Promise<string>;
  /** Resolves with the Reply-Text, when the application is queued on the channel. */
  sendmsg(uuid: string, message: SendmsgOptions, options?: CallOptions): Promise<string>;
  /** Resolves with the job's result, or with the Reply-Text when the switch did not accept the job. */
  bgapi(command: string, options: BgapiOptions): Promise<string>;
  /** Several commands in one write under one time-out; resolves with their answers in order. */
  batch(commands: readonly EslCommand[], options?: CallOptions): Promise<string[]>;
  state(): LinkState;
  counters(): CommandCounters;
  close(): void;
};

const DEFAULTS = { commandMs: 5_000, silenceMs: 20_000, answerMs: 10_000, doubtMs: 2_000 };
// Harmless and answered at once, with "+OK no longer logging".
const SIGN_OF_LIFE: Encoded = { text: 'nolog\n\n', answer: 'command' };

/** Opens the command connection of a switch and keeps it; commands are pipelined. */
export function createCommandConnection(options: CommandConnectionOptions): CommandConnection {
  const { clock = systemClock, jobs } = options;
  const timeouts = { ...DEFAULTS, ...options.timeouts };
  let bytes = 0;

  const pipeline = createPipeline({
    clock,
    maxInFlight: options.maxInFlight ?? 256,
    write: (text) => link.write(text),
    canWrite: () => link.canWrite(),
  });
  const watch = createSilenceWatch({
    clock,
    silenceMs: () => timeouts.silenceMs,
    answerMs: timeouts.answerMs,
    ask: () =>
      void pipeline
        .submit([SIGN_OF_LIFE], { timeoutMs: timeouts.answerMs, waitForConnection: false })
        .catch(() => {}),
    dead: () => link.drop('half-open: no sign of life'),
  });
  const link = createLink({
    ...options,
    onFrame,
    onBytes: (count) => {
      bytes += count;
      watch.heard();
    },
    onDrain: () => pipeline.drained(),
    onState,
  });

  function onState(state: LinkState, reason: string): void {
    if (state === 'up') {
      pipeline.opened();
      watch.start();
    } else if (state !== 'connecting') {
      watch.stop();
      pipeline.closed({
        reason,
        code: state === 'refused' ? 'refused' : 'not-sent',
        end: state === 'closed',
      });
    }
    options.onStateChange?.(state, reason);
  }

  function onFrame(frame: EslFrame): void {
    if (frame.contentType === 'api/response') pipeline.answered('api', frame.body);
    else if (frame.contentType === 'command/reply') {
      pipeline.answered('command', frame.headers.get('reply-text') ?? '');
    }
  }

  /** Encodes within the promise, so that a refused argument rejects instead of throwing. */
  async function submit(encode: () => readonly Encoded[], call: CallOptions = {}): Promise<string[]> {
    const { timeoutMs = timeouts.commandMs, waitForConnection = false } = call;
    try {
      return await pipeline.submit(encode(), { timeoutMs, waitForConnection });
    } catch (error) {
      if (isEslError(error, 'outcome-unknown') && link.state() === 'up') watch.suspect(timeouts.doubtMs);
      throw error;
    }
  }

  async function one(encode: () => Encoded, call?: CallOptions): Promise<string> {
    const [reply = ''] = await submit(() => [encode()], call);
    return reply;
  }

  async function bgapi(command: string, call: BgapiOptions): Promise<string> {
    if (jobs === undefined) throw new EslError('invalid-argument', 'bgapi needs a job registry');
    const { jobUuid, timeoutMs = timeouts.commandMs } = call;
    const encoded = encodeBgapi(command, jobUuid);
    const startedAt = clock.monotonic();
    const result = jobs.register(jobUuid);
    one(() => encoded, call).then(
      (reply) => {
        // A refused job has no event; its answer is the result.
        if (isErrorReply(reply)) jobs.complete(jobUuid, reply);
        else jobs.expireIn(jobUuid, Math.max(1, timeoutMs - (clock.monotonic() - startedAt)));
      },
      (error: unknown) => jobs.fail(jobUuid, error),
    );
    return result;
  }

  return {
    api: (command, call) => one(() => encodeApi(command), call),
    sendmsg: (uuid, message, call) => one(() => encodeSendmsg(uuid, message), call),
    bgapi,
    batch: (commands, call) => submit(() => commands.map(encodeCommand), call),
    state: link.state,
    counters: () => ({ ...pipeline.counters(), bytes, reconnects: link.reconnects() }),
    close: link.close,
  };
}
