import type { CallEventOf } from '../../contracts/call/event.ts';
import type { VerbKind } from '../../contracts/call/verb.ts';
import { completes, IGNORED, type Reaction, STAY } from '../blocks/driver.ts';
import { cancelLegs } from './closing.ts';
import { type Draft, finish, issue } from './draft.ts';
import { handlerFor } from './handlers.ts';
import { outcomeOfHangup } from './outcome.ts';
import { engineStep } from './records.ts';

/** Somebody in the console wants the call at its handler (without one nothing happens) or out of the way. */
export function commanded(draft: Draft, command: 'handler' | 'hangup'): Reaction {
  if (command === 'handler') return toHandler(draft, 'operatorCommand') ?? IGNORED;
  engineStep(draft, 'command', command);
  cancelLegs(draft);
  issue(draft, { kind: 'hangup', cause: 'NORMAL_CLEARING' });
  finish(draft, outcomeOfHangup(draft, {}), 'command');
  return STAY;
}

/** What a caller is in the middle of; a bridge goes on without us, and questions to our own side are asked again. */
const OF_CALLER: ReadonlySet<VerbKind> = new Set(['play', 'collect', 'record']);

/** The channel does nothing although something is awaited: its end was told while we were away. */
export function restarted(draft: Draft, event: CallEventOf<'idle'>): Reaction | undefined {
  const kind = draft.state.awaiting?.kind;
  if (kind === undefined || !OF_CALLER.has(kind) || !completes(draft, event)) return undefined;
  return toHandler(draft, 'engineRestarted');
}

function toHandler(draft: Draft, handler: 'operatorCommand' | 'engineRestarted'): Reaction | undefined {
  const state = handlerFor(draft, handler);
  if (state === 'none') return undefined;
  return state === 'ready' ? { kind: 'handler', handler } : { kind: 'loadMain' };
}
