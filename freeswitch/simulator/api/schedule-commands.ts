import { hangUp } from '../core/call-progress.ts';
import type { Core } from '../core/core.ts';
import { causeFrom } from '../core/hangup-causes.ts';
import { splitArguments } from '../core/split-arguments.ts';
import { transfer } from '../core/transfer.ts';
import { type ApiCommand, firstWord, immediate, noSuchChannel } from './api-command.ts';

const seconds = (word: string): number => Math.max(0, Number.parseInt(word.replace('+', ''), 10) || 0);

const schedTransfer = immediate((core, args) => {
  const [when = '', uuid = '', destination = '', dialplan, context] = splitArguments(args, ' ');
  if (destination === '') return '-USAGE: [+]<time> <uuid> <extension> [<dialplan>] [<context>]\n';
  const channel = core.channels.get(uuid);
  if (!channel) return noSuchChannel;
  core.tasks.add('switch_ivr_schedule_transfer', uuid, seconds(when), () =>
    transfer(core, channel, destination, dialplan, context),
  );
  return '+OK\n';
});

const schedHangup = immediate((core, args) => {
  const [when = '', uuid = '', cause] = splitArguments(args, ' ');
  if (uuid === '') return '-USAGE: [+]<time> <uuid> [<cause>]\n';
  const channel = core.channels.get(uuid);
  if (!channel) return noSuchChannel;
  core.tasks.add('switch_ivr_schedule_hangup', uuid, seconds(when), () =>
    hangUp(core, channel, causeFrom(cause)),
  );
  return '+OK\n';
});

const schedDelete = immediate((core, args) => `+OK Deleted: ${core.tasks.remove(args.trim())}\n`);

/** `sched_api +seconds <group> <command>`; the command's own answer goes nowhere. */
function schedApi(run: (core: Core, command: string) => void): ApiCommand {
  return immediate((core, args) => {
    const [when, rest] = firstWord(args);
    const [group, command] = firstWord(rest);
    const id = core.tasks.add('sched_api_function', group, seconds(when), () => run(core, command));
    return `+OK Added: ${id}\n`;
  });
}

/** The `sched_…` family; `run` executes a scheduled API command. */
export function scheduleCommands(
  run: (core: Core, command: string) => void,
): readonly (readonly [string, ApiCommand])[] {
  return [
    ['sched_transfer', schedTransfer],
    ['sched_hangup', schedHangup],
    ['sched_del', schedDelete],
    ['sched_api', schedApi(run)],
  ];
}
