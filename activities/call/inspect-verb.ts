import type { CallEvent } from '../../contracts/call/event.ts';
import {
  type ChannelDump,
  collectedResult,
  dumpChannel,
  parseDump,
  playedResult,
  recordedResult,
} from '../../freeswitch/commands/index.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches } from '../shared/switch-port.ts';
import { parseMark } from './mark.ts';
import type { CallActivities, InspectRequest, InspectResult } from './types.ts';

/**
 * Reads from the channel what became of a verb whose event never came. The switch sets `read_result`, `playback_ms` and
 * `record_ms` when an application ends; each was taken off the channel when the verb was issued, so their presence says
 * that it is over. (`current_application` cannot tell: it keeps the last one's name after its end, transcript 10-.)
 */
export const createInspectVerb =
  (switches: Switches): CallActivities['inspectVerb'] =>
  async (request) => {
    const [reply = ''] = await runCommands(switches(request.node), [dumpChannel(request.call)]);
    const dump = parseDump(reply);
    return dump === undefined ? { status: 'no-channel' } : judge(request, dump);
  };

/** Pure: takes the request and what the switch knows of the channel. */
export function judge({ verb, kind }: InspectRequest, { header, variables }: ChannelDump): InspectResult {
  if (parseMark(variables('cw_verb')).verb < verb) return { status: 'not-issued' };
  const base = { id: `resync:${verb}`, at: Date.now() };
  const finished = (event: CallEvent): InspectResult => ({ status: 'finished', event });
  switch (kind) {
    case 'bridge': {
      // A bridge event was lost: what counts is whether the caller talks to somebody now.
      const type = header('Other-Leg-Unique-ID') === undefined ? 'unbridged' : 'bridged';
      // Read twice in one conversation, the two answers are two events.
      return finished({ type, ...base, id: `${base.id}:${type}` });
    }
    case 'collect':
      if (variables('read_result') === undefined) return { status: 'running' };
      return finished({ type: 'collected', ...base, verb, ...collectedResult(variables, verb) });
    case 'record':
      if (variables('record_ms') === undefined) return { status: 'running' };
      return finished({ type: 'recorded', ...base, verb, file: '', ...recordedResult(variables) });
    case 'play':
      if (variables('playback_ms') !== undefined)
        return finished({ type: 'played', ...base, verb, result: 'completed' });
      if (hasNoFile(variables)) return finished({ type: 'played', ...base, verb, result: 'missing' });
      return { status: 'running' };
  }
}

/**
 * A file that was not found leaves no `playback_ms`, only its response, which the next application takes off again
 * (transcript 12-). After a play that never reached the channel it is the response of the one before: its prompt is
 * passed over then, which a caller who already missed one hears as the same fault.
 */
const hasNoFile = (variables: ChannelDump['variables']): boolean =>
  variables('current_application') === 'playback' &&
  playedResult(variables('current_application_response')) === 'missing';
