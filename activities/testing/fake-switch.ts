import { CallId, NodeName } from '../../contracts/ids.ts';
import { DEFAULT_GATEWAYS } from '../../freeswitch/commands/index.ts';
import type { EslCommand } from '../../freeswitch/esl/index.ts';
import type { SwitchPort } from '../shared/switch-port.ts';

export const CALL = CallId.parse('6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
export const LEG = CallId.parse('91aa5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
export const NODE = NodeName.parse('node-a');

/** A command socket that writes down what it is told; `reply` answers each command, by its text. */
export type FakeSwitch = {
  port: SwitchPort;
  /** One entry per batch: the texts of its commands. */
  batches: string[][];
  lines(): string[];
};

export function createFakeSwitch(reply: (line: string) => string = () => '+OK'): FakeSwitch {
  const batches: string[][] = [];
  const port: SwitchPort = {
    node: NODE,
    promptsDir: '/prompts',
    recordingsDir: '/recordings',
    gateways: DEFAULT_GATEWAYS,
    esl: {
      async batch(commands) {
        const lines = commands.map(textOf);
        batches.push(lines);
        return lines.map(reply);
      },
    },
  };
  return { port, batches, lines: () => batches.flat() };
}

/** An api line as it is, an application as `sendmsg <app> <arg>`. */
function textOf(command: EslCommand): string {
  if (command.kind !== 'sendmsg') return command.command;
  return ['sendmsg', command.app, command.arg].filter((word) => word !== undefined).join(' ');
}

/** Answers like a live channel with these variables; what is not a question is `+OK`. */
export const channelWith =
  (variables: Readonly<Record<string, string>>) =>
  (line: string): string => {
    const name = /^uuid_getvar \S+ (\S+)$/.exec(line)?.[1];
    return name === undefined ? '+OK' : (variables[name] ?? '_undef_');
  };

export const noSuchChannel = (): string => '-ERR No such channel!';
