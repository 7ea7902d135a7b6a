import type { CallEventOf } from '../../contracts/call/event.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { unwind } from '../engine/frames.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction, STAY } from './driver.ts';

/** Goes over to the version of another scenario that is published now; its variables begin anew. */
export const toScenarioDriver: BlockDriver<BlockOf<'toScenario'>> = {
  enter: (draft, block) => {
    const { counts } = draft.state;
    counts.scenarios = (counts.scenarios ?? 0) + 1;
    // Scenarios that send each other's callers to and fro would otherwise keep them for an hour.
    if (counts.scenarios > CALL_LIMITS.scenarios) draft.exceeded = true;
    else ask(draft, block);
  },
  on: (draft, block, event) => {
    if ((event.type !== 'scenarioFound' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    if (event.type === 'scenarioFound') return gone(draft, event);
    ask(draft, block);
    return STAY;
  },
};

function ask(draft: Draft, { scenario }: BlockOf<'toScenario'>): void {
  awaitVerb(draft, issue(draft, { kind: 'findScenario', scenario }), 'findScenario');
}

function gone(draft: Draft, { version }: CallEventOf<'scenarioFound'>): Reaction {
  if (version === null) return leave('missing');
  const { state } = draft;
  unwind(draft, 0, 'found');
  const { caller = null, called = null } = state.variables;
  state.variables = { caller, called };
  state.scenario = version.hash;
  delete state.language;
  draft.program = draft.program.version(version.hash);
  return { kind: 'move', move: { kind: 'enterPart', part: version.entryPart } };
}
