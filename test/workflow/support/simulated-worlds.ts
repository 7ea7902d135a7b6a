import type { CallId } from '../../../contracts/ids.ts';
import { createSimulatedWorld, type SimulatedWorld, type WorldOptions } from './simulated-world.ts';

type Request = {
  call?: string;
  leg?: string;
  parent?: string;
  tenant?: string;
  scenario?: string;
  input?: { call: string };
};
export type Dispatched = Record<keyof SimulatedWorld['activities'], (request: never) => Promise<unknown>>;

/** Many calls at once behind one worker: what is asked goes to the world of the call that asks. */
export type SimulatedWorlds = {
  activities: Dispatched;
  add(options: WorldOptions): SimulatedWorld;
};

const NAMES = [
  ...(['issueVerbs', 'inspectVerb', 'apologise', 'loadPart', 'businessHours', 'nextInstant'] as const),
  ...(['publishedScenario', 'acceptCallMessage', 'fetchForCall', 'dial', 'hangUpLeg'] as const),
  ...(['legState', 'settleLeg', 'recordCall'] as const),
];

/** Each call needs a tenant and a scenario hash of its own, by which it is found where its id is not given. */
export function createSimulatedWorlds(): SimulatedWorlds {
  const worlds = new Map<string, SimulatedWorld>();
  const goneOver = new Set<SimulatedWorld>();

  function worldOf({ call, leg, parent, tenant, scenario, input }: Request): SimulatedWorld {
    const key = [parent, leg, call, input?.call, tenant, scenario].find(
      (one) => one !== undefined && worlds.has(one),
    );
    // Only calls that went over ask for a version that is none of theirs; it is the same for all.
    const found = key === undefined ? [...goneOver][0] : worlds.get(key);
    if (found === undefined) throw new Error('nobody’s request');
    return found;
  }

  const entries = NAMES.map((name) => [
    name,
    async (request: Request) => {
      const world = worldOf(request);
      if (name === 'dial' && request.leg !== undefined) worlds.set(request.leg, world);
      const answer = await world.activities[name](request as never);
      if (name === 'publishedScenario' && answer !== null) goneOver.add(world);
      return answer;
    },
  ]);
  return {
    activities: Object.fromEntries(entries),
    add(options) {
      const world = createSimulatedWorld(options);
      const { call, tenant, scenario } = options.input;
      for (const key of [call as CallId, tenant, scenario]) worlds.set(key, world);
      return world;
    },
  };
}
