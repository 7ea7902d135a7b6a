import type { Core } from '../core/core.ts';
import { originate } from '../core/originate.ts';
import { accountCommands } from './account-commands.ts';
import { type ApiCommand, firstWord, immediate } from './api-command.ts';
import { channelCommands } from './channel-commands.ts';
import { scheduleCommands } from './schedule-commands.ts';
import { show } from './show.ts';
import { status, version } from './status.ts';

/** Runs one API command line and hands its answer to `done`, once. */
export type Api = (core: Core, line: string, done: (text: string) => void) => void;

/** All API commands of the simulated switch. */
export function createApi(): Api {
  const commands = new Map<string, ApiCommand>([
    ...channelCommands,
    ...scheduleCommands((core, command) => run(core, command, () => {})),
    ['originate', originate],
    ['show', show],
    ['status', immediate((core) => status(core))],
    ['version', immediate(() => version)],
    ...accountCommands,
    ['create_uuid', immediate((core) => core.newUuid())],
    ['global_getvar', immediate((core, args) => core.settings.globals[args.trim()] ?? '')],
    [
      'eval',
      immediate((core, args) =>
        args.replace(/\$\{([^}]*)\}/g, (_all, name) => core.settings.globals[name] ?? ''),
      ),
    ],
  ]);
  const run: Api = (core, line, done) => {
    const [name, args] = firstWord(line);
    const command = commands.get(name);
    core.bus.unseen();
    if (!command) {
      done(`-ERR ${name} Command not found!\n`);
      return;
    }
    // An answer without a word is an error to the event socket.
    command(core, args, (text) => done(text === '' ? '-ERR no reply\n' : text));
  };
  return run;
}
