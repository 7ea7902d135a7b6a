import type { SwitchCommand } from '../../freeswitch/commands/index.ts';
import type { EslCommand } from '../../freeswitch/esl/index.ts';
import type { SwitchPort } from './switch-port.ts';

/** A caller is waiting: what the switch has not answered by then is asked about, not waited for (design §1.5). */
const COMMAND_MS = 900;

/** Writes commands in one go; returns their replies in order. Rejects with `EslError`, and never sends twice. */
export function runCommands(port: SwitchPort, commands: readonly SwitchCommand[]): Promise<string[]> {
  if (commands.length === 0) return Promise.resolve([]);
  return port.esl.batch(commands.map(toEsl), { timeoutMs: COMMAND_MS });
}

function toEsl(command: SwitchCommand): EslCommand {
  switch (command.kind) {
    case 'api':
      return { kind: 'api', command: command.line };
    case 'bgapi':
      return { kind: 'bgapi', command: command.line, jobUuid: command.jobUuid };
    case 'sendmsg':
      return command;
  }
}
