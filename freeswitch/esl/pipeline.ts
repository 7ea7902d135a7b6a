import type { Clock } from './clock.ts';
import type { Encoded } from './encode.ts';
import { EslError } from './errors.ts';
import { createWaitingLine } from './waiting-line.ts';

export type PipelineOptions = {
  readonly clock: Clock;
  /** Most commands written and unanswered; the others wait, and can still be taken back. */
  readonly maxInFlight: number;
  readonly write: (text: string) => void;
  readonly canWrite: () => boolean;
};

export type SubmitOptions = { readonly timeoutMs: number; readonly waitForConnection: boolean };

export type Closure = {
  readonly reason: string;
  /** What commands fail with that were not written. */
  readonly code: 'not-sent' | 'refused';
  /** No connection will follow. */
  readonly end?: boolean;
};

export type PipelineCounters = {
  queued: number;
  inFlight: number;
  written: number;
  answered: number;
  /** Never written. */
  notSent: number;
  /** Written, answer late or lost. */
  outcomeUnknown: number;
  /** Answers that came after their time-out. */
  lateAnswers: number;
};

/** The commands of one connection: written in order, answered in order, each settled exactly once. */
export type Pipeline = {
  /** One or more commands that leave in one write; resolves with their answers. */
  submit(commands: readonly Encoded[], options: SubmitOptions): Promise<string[]>;
  opened(): void;
  /** Fails what is pending and, until `opened`, what is asked; `end` fails those that wait, too. */
  closed(why: Closure): void;
  /** May write again. */
  drained(): void;
  /** An answer arrived; throws `protocol` if none was due. */
  answered(kind: 'api' | 'command', text: string): void;
  counters(): PipelineCounters;
};

type Ticket = {
  readonly text: string;
  readonly answers: readonly ('api' | 'command')[];
  readonly replies: string[];
  readonly waits: boolean;
  settled: boolean;
  written: boolean;
  cancelTimer: () => void;
  leaveQueue: () => void;
  readonly resolve: (replies: string[]) => void;
  readonly reject: (error: EslError) => void;
};

/** Makes the pipeline of a connection that is not open yet. It never writes a command twice. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const queue = createWaitingLine<Ticket>();
  const flying = createWaitingLine<Ticket>();
  const count = { inFlight: 0, written: 0, answered: 0, notSent: 0, outcomeUnknown: 0, lateAnswers: 0 };
  let open = false;
  let why: Closure = { code: 'not-sent', reason: 'connecting' };
  let flushDue = false;

  function settle(ticket: Ticket, error?: EslError): void {
    if (ticket.settled) return;
    ticket.settled = true;
    ticket.cancelTimer();
    if (error === undefined) {
      ticket.resolve(ticket.replies);
      return;
    }
    if (error.code === 'outcome-unknown') count.outcomeUnknown += ticket.answers.length;
    else count.notSent += ticket.answers.length;
    ticket.reject(error);
  }

  function expire(ticket: Ticket, timeoutMs: number): void {
    if (ticket.written) {
      // Its place among the expected answers stays, or later answers would go to the wrong command.
      settle(
        ticket,
        new EslError('outcome-unknown', `no answer within ${timeoutMs} ms`, [...ticket.replies]),
      );
    } else {
      ticket.leaveQueue();
      settle(ticket, new EslError('timeout', `not written within ${timeoutMs} ms`));
    }
  }

  function flush(): void {
    flushDue = false;
    if (!open || !options.canWrite()) return;
    let text = '';
    while (count.inFlight < options.maxInFlight) {
      const ticket = queue.shift();
      if (ticket === undefined) break;
      ticket.written = true;
      flying.push(ticket);
      count.inFlight += ticket.answers.length;
      count.written += ticket.answers.length;
      text += ticket.text;
    }
    if (text !== '') options.write(text);
  }

  // One write for all that is asked for in the same turn of the loop: a system call costs more.
  function flushSoon(): void {
    if (flushDue || !open || queue.size() === 0) return;
    flushDue = true;
    queueMicrotask(flush);
  }

  function submit(
    commands: readonly Encoded[],
    { timeoutMs, waitForConnection }: SubmitOptions,
  ): Promise<string[]> {
    if (commands.length === 0) return Promise.resolve([]);
    if (!open && (!waitForConnection || why.end === true)) {
      count.notSent += commands.length;
      return Promise.reject(new EslError(why.code, `no connection: ${why.reason}`));
    }
    return new Promise((resolve, reject) => {
      const ticket: Ticket = {
        text: commands.map((command) => command.text).join(''),
        answers: commands.map((command) => command.answer),
        replies: [],
        waits: waitForConnection,
        settled: false,
        written: false,
        cancelTimer: () => {},
        leaveQueue: () => {},
        resolve,
        reject,
      };
      ticket.cancelTimer = options.clock.schedule(timeoutMs, () => expire(ticket, timeoutMs));
      ticket.leaveQueue = queue.push(ticket);
      flushSoon();
    });
  }

  function answered(kind: 'api' | 'command', text: string): void {
    const ticket = flying.first();
    const due = ticket?.answers[ticket.replies.length];
    if (ticket === undefined || due === undefined)
      throw new EslError('protocol', 'an answer that nobody asked for');
    // A forbidden api command is answered by a command/reply; the reverse never happens.
    if (due === 'command' && kind === 'api') throw new EslError('protocol', 'answers out of step');
    ticket.replies.push(text);
    count.inFlight -= 1;
    count.answered += 1;
    if (ticket.settled) count.lateAnswers += 1;
    if (ticket.replies.length === ticket.answers.length) {
      flying.shift();
      settle(ticket);
    }
    flushSoon();
  }

  function closed(closure: Closure): void {
    const { reason, code, end = false } = closure;
    open = false;
    why = closure;
    for (let ticket = flying.shift(); ticket !== undefined; ticket = flying.shift()) {
      settle(ticket, new EslError('outcome-unknown', `connection lost: ${reason}`, [...ticket.replies]));
    }
    count.inFlight = 0;
    for (let left = queue.size(); left > 0; left -= 1) {
      const ticket = queue.shift();
      if (ticket === undefined) break;
      if (ticket.waits && !end) ticket.leaveQueue = queue.push(ticket);
      else settle(ticket, new EslError(code, `no connection: ${reason}`));
    }
  }

  return {
    submit,
    opened(): void {
      open = true;
      flushSoon();
    },
    closed,
    drained: flushSoon,
    answered,
    counters: () => ({ queued: queue.size(), ...count }),
  };
}
