import type { Api } from '../api/registry.ts';
import { hangUp } from '../core/call-progress.ts';
import type { AppMessage } from '../core/channel.ts';
import type { Core } from '../core/core.ts';
import { causeFrom } from '../core/hangup-causes.ts';
import { type ClientCommand, createCommandReader } from './command-reader.ts';
import { createDelivery } from './delivery.ts';
import type { FaultFilter } from './faults.ts';
import { bodyFrame, disconnectNotice, replyFrame } from './render.ts';
import { createSubscription, type Subscription } from './subscription.ts';

/** What a connection needs from its surroundings. */
export type SessionOptions = {
  readonly core: Core;
  readonly api: Api;
  readonly password: string;
  readonly eventPollMs: number;
  readonly faults: FaultFilter;
  readonly write: (frame: Buffer) => void;
  readonly close: () => void;
};

/** One client's connection, without its socket. */
export type EslSession = { readonly receive: (chunk: Buffer) => void; readonly end: () => void };

function sendMessage(core: Core, uuid: string, { headers, body }: ClientCommand): string {
  const channel = core.channels.get(uuid);
  if (!channel) return `-ERR invalid session id [${uuid}]`;
  const command = headers.get('call-command');
  if (command === 'hangup') hangUp(core, channel, causeFrom(headers.get('hangup-cause')));
  if (command === 'execute') {
    const message: AppMessage = {
      app: headers.get('execute-app-name') ?? '',
      data: body ?? headers.get('execute-app-arg'),
      uuid: headers.get('event-uuid'),
      lock: headers.get('event-lock') === 'true',
      loops: Number.parseInt(headers.get('loops') ?? '', 10) || 1,
    };
    if (!channel.hangup) channel.messages.push(message);
    channel.thread.signal();
  }
  return '+OK';
}

/** `bgapi`: answered at once, done in a thread of its own, reported as BACKGROUND_JOB. */
function background({ core, api }: SessionOptions, line: string, jobUuid: string): void {
  const blank = line.indexOf(' ');
  const name = blank < 0 ? line : line.slice(0, blank);
  const args = blank < 0 ? undefined : line.slice(blank + 1);
  core.clock.after(0, () =>
    api(core, line, (body) =>
      core.bus.fire(
        'BACKGROUND_JOB',
        () => [
          ['Job-UUID', jobUuid],
          ['Job-Command', name],
          ...(args ? [['Job-Command-Arg', args] as const] : []),
        ],
        { body },
      ),
    ),
  );
}

/** The reply text of every command that is answered at once; undefined = unknown. */
function quickReply(
  options: SessionOptions,
  subscription: Subscription,
  command: ClientCommand,
): readonly [text: string, ...headers: string[]] | undefined {
  const { verb, words, rest } = parts(command);
  switch (verb) {
    case 'bgapi': {
      const job = command.headers.get('job-uuid') ?? options.core.newUuid();
      background(options, rest, job);
      return [`+OK Job-UUID: ${job}`, `Job-UUID: ${job}`];
    }
    case 'sendmsg':
      return [sendMessage(options.core, words[0] ?? '', command)];
    case 'event':
      return [subscription.add(words)];
    case 'nixevent':
      return [subscription.remove(words)];
    case 'noevents':
      subscription.clear();
      return ['+OK no longer listening for events'];
    case 'nolog':
      // Spelt like this by the switch when the client has not asked for its log.
      return ['-ERR not loging'];
    default:
      return undefined;
  }
}

function parts({ line }: ClientCommand): { verb: string; words: readonly string[]; rest: string } {
  const text = line.trim();
  const [verb = '', ...words] = text.split(/\s+/);
  return { verb, words, rest: text.slice(verb.length + 1) };
}

/** Creates a session and greets the client with `auth/request`. */
export function createEslSession(options: SessionOptions): EslSession {
  const { core, write } = options;
  const subscription = createSubscription();
  const delivery = createDelivery(options, subscription);
  const waiting: ClientCommand[] = [];
  let authed = false;
  let busy = false;
  let ended = false;

  const end = (): void => {
    if (!ended) delivery.stop();
    ended = true;
  };
  const goodbye = (reply: string): void => {
    write(replyFrame(reply));
    write(disconnectNotice);
    end();
    options.close();
  };

  const run = (command: ClientCommand, reply: (frame: Buffer) => void): void => {
    const { verb, rest } = parts(command);
    if (verb === 'exit') {
      goodbye('+OK bye');
    } else if (verb === 'auth') {
      authed = rest === options.password;
      if (authed) reply(replyFrame('+OK accepted'));
      else goodbye('-ERR invalid');
    } else if (authed && verb === 'api') {
      options.api(core, rest, (text) => reply(bodyFrame('api/response', text)));
    } else {
      const quick = authed ? quickReply(options, subscription, command) : undefined;
      const [text, ...headers] = quick ?? ['-ERR command not found'];
      reply(replyFrame(text, headers));
    }
  };

  /** One command at a time: `api` blocks the connection, its events too, until it has an answer. */
  const pump = (): void => {
    while (!busy && !ended) {
      const command = waiting.shift();
      if (!command) return;
      busy = true;
      delivery.hold();
      run(command, (frame) => {
        busy = false;
        if (ended) return;
        write(frame);
        delivery.release();
        pump();
      });
    }
  };

  const read = createCommandReader((command) => {
    waiting.push(command);
    pump();
  });
  write(Buffer.from('Content-Type: auth/request\n\n'));
  return { receive: (chunk) => (ended ? undefined : read(chunk)), end };
}
