import type { SwitchVerb } from '../../contracts/call/verb.ts';
import {
  breakAll,
  commandsFor,
  forgetCollected,
  getVariable,
  isNoSuchChannel,
  markIssued,
  renewDeadMan,
  type SwitchCommand,
  variableValue,
} from '../../freeswitch/commands/index.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches, SwitchPort } from '../shared/switch-port.ts';
import { parseMark } from './mark.ts';
import type { StepSink } from './step-sink.ts';
import type { CallActivities, IssueRequest } from './types.ts';

/**
 * Tells the switch what to do on a channel. A lost workflow task runs this again (design §1.7), so the channel is asked
 * first what it was already told: its variable `cw_verb` holds the highest verb number, and is written in the same
 * write as the verbs themselves.
 */
export const createIssueVerbs =
  (switches: Switches, sink: StepSink): CallActivities['issueVerbs'] =>
  async (request) => {
    sink.note(request.call, request.steps);
    if (request.verbs.length === 0) return { status: 'issued' };
    const port = switches(request.node);
    const [reply = ''] = await runCommands(port, [getVariable(request.call, 'cw_verb')]);
    if (isNoSuchChannel(reply)) return { status: 'no-channel' };
    const mark = parseMark(variableValue(reply));
    const fresh = request.again
      ? request.verbs.filter((verb) => verb.verb >= mark.verb)
      : request.verbs.filter((verb) => verb.verb > mark.verb);
    if (fresh.length === 0) return { status: 'repeated' };
    const interrupt = mark.filler || (request.unclear && mark.verb > 0);
    const replies = await runCommands(port, [
      ...(interrupt ? [breakAll(request.call)] : []),
      ...commandsOf(request, port, fresh, mark.verb === 0),
    ]);
    return { status: replies.some(isNoSuchChannel) ? 'no-channel' : 'issued' };
  };

function commandsOf(
  request: IssueRequest,
  port: SwitchPort,
  verbs: readonly SwitchVerb[],
  first: boolean,
): SwitchCommand[] {
  const last = Math.max(...verbs.map((verb) => verb.verb));
  return [
    // From 4 s without a first verb to 60 s without a renewal.
    ...(first ? renewDeadMan(request.call) : []),
    ...request.forget.map((verb) => forgetCollected(request.call, verb)),
    markIssued(request.call, last),
    ...verbs.flatMap((verb) => {
      const leg = verb.kind === 'bridge' ? request.legs[verb.dial] : undefined;
      return commandsFor(verb, {
        call: request.call,
        promptsDir: port.promptsDir,
        recordingsDir: port.recordingsDir,
        gateways: port.gateways,
        ...(leg === undefined ? {} : { legUuid: leg }),
      });
    }),
  ];
}
