import { EslError } from './errors.ts';
import { safeLine, safeToken } from './safe-text.ts';

/** Runs a command inside the switch's socket thread: never anything slow, never `originate`. */
export type ApiCommand = { readonly kind: 'api'; readonly command: string };

export type SendmsgOptions = {
  /** Application to execute on the channel. */
  readonly app: string;
  /** Its argument; travels as a counted body. `${name}` in it is still expanded by the switch. */
  readonly arg?: string;
  /** Comes back as `Application-UUID` on CHANNEL_EXECUTE and CHANNEL_EXECUTE_COMPLETE. */
  readonly eventUuid?: string;
  /** Without it a later application interrupts this one instead of waiting for it. */
  readonly eventLock?: boolean;
  /** How often to run it; -1 is for ever. */
  readonly loops?: number;
};

/** Starts an application on a channel; answered when it is queued, not when it is done. */
export type SendmsgCommand = { readonly kind: 'sendmsg'; readonly uuid: string } & SendmsgOptions;

/** A command for the background whose job nobody here waits for: answered when accepted; its end is an event. */
export type JobCommand = { readonly kind: 'bgapi'; readonly command: string; readonly jobUuid: string };

export type EslCommand = ApiCommand | SendmsgCommand | JobCommand;

/** A frame ready to be written, and the kind of frame that answers it. */
export type Encoded = { readonly text: string; readonly answer: 'api' | 'command' };

/** Takes an api command; returns its frame; throws `invalid-argument`. */
export function encodeApi(command: string): Encoded {
  if (command.trim() === '') throw new EslError('invalid-argument', 'api command is empty');
  return { text: `api ${safeLine(command, 'api command')}\n\n`, answer: 'api' };
}

/**
 * Takes a command for the background and the Job-UUID by which its BACKGROUND_JOB event will be
 * known; returns its frame; throws `invalid-argument`.
 */
export function encodeBgapi(command: string, jobUuid: string): Encoded {
  if (command.trim() === '') throw new EslError('invalid-argument', 'bgapi command is empty');
  const job = safeToken(jobUuid, 'Job-UUID');
  return { text: `bgapi ${safeLine(command, 'bgapi command')}\nJob-UUID: ${job}\n\n`, answer: 'command' };
}

/** Takes a channel's uuid and what to execute on it; returns its frame; throws `invalid-argument`. */
export function encodeSendmsg(uuid: string, options: SendmsgOptions): Encoded {
  const { app, arg = '', eventUuid, eventLock = false, loops } = options;
  let text = `sendmsg ${safeToken(uuid, 'channel uuid')}\ncall-command: execute\n`;
  text += `execute-app-name: ${safeToken(app, 'application name')}\n`;
  if (loops !== undefined) {
    if (!Number.isSafeInteger(loops)) throw new EslError('invalid-argument', 'loops is not a whole number');
    text += `loops: ${loops}\n`;
  }
  if (eventLock) text += 'event-lock: true\n';
  if (eventUuid !== undefined) text += `Event-UUID: ${safeToken(eventUuid, 'Event-UUID')}\n`;
  if (arg !== '') {
    const bytes = Buffer.byteLength(safeLine(arg, 'application argument'));
    text += `content-type: text/plain\ncontent-length: ${bytes}\n\n${arg}`;
  } else {
    text += '\n';
  }
  return { text, answer: 'command' };
}

/** Takes any command; returns its frame; throws `invalid-argument`. */
export function encodeCommand(command: EslCommand): Encoded {
  if (command.kind === 'api') return encodeApi(command.command);
  if (command.kind === 'bgapi') return encodeBgapi(command.command, command.jobUuid);
  return encodeSendmsg(command.uuid, command);
}
