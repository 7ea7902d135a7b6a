import { refuse } from './argument.ts';

/** Runs inside the switch's socket thread: only what is answered at once, never `originate`. */
export type ApiCommand = { readonly kind: 'api'; readonly line: string };

/** Runs in a thread of its own; its result is a BACKGROUND_JOB event with this Job-UUID. */
export type BgapiCommand = { readonly kind: 'bgapi'; readonly line: string; readonly jobUuid: string };

/** Starts an application on a channel; the answer only says that it was queued there. */
export type ExecuteCommand = {
  readonly kind: 'sendmsg';
  readonly uuid: string;
  readonly app: string;
  readonly arg?: string;
  /** Comes back as Application-UUID on CHANNEL_EXECUTE and CHANNEL_EXECUTE_COMPLETE. */
  readonly eventUuid?: string;
  /** While this one runs, later ones wait instead of interrupting it. */
  readonly eventLock?: boolean;
  /** How often to run it; -1 is until stopped. A run shorter than 0.5 s ends the repetition. */
  readonly loops?: number;
};

/** What the event socket is to be told. Data only: `freeswitch/esl` writes it. Lines have no `api ` before them. */
export type SwitchCommand = ApiCommand | BgapiCommand | ExecuteCommand;

/** C0, DEL and C1 controls and the two Unicode line ends: no command of ours has a use for any of them. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

function oneLine(line: string): string {
  if (CONTROL.test(line)) throw refuse('a command', 'holds a control character');
  return line;
}

/** Takes a finished line; returns the command; throws `switch/invalid-argument` on any control character. */
export const api = (line: string): ApiCommand => ({ kind: 'api', line: oneLine(line) });

/** As {@link api}, for the background. */
export const bgapi = (line: string, jobUuid: string): BgapiCommand => ({
  kind: 'bgapi',
  line: oneLine(line),
  jobUuid: oneLine(jobUuid),
});

/** Takes what to run on which channel; returns the command; throws `switch/invalid-argument`. */
export function execute(command: Omit<ExecuteCommand, 'kind'>): ExecuteCommand {
  for (const text of [command.uuid, command.app, command.arg, command.eventUuid]) oneLine(text ?? '');
  return { kind: 'sendmsg', ...command };
}
