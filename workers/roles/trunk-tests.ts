import type { Switches } from '../../activities/shared/switch-port.ts';
import { createTrunkActivities } from '../../activities/trunk/trunk-activities.ts';
import type { TrunkTestActivities } from '../../activities/trunk/types.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { Repositories } from '../../db/repositories/index.ts';

/** Test calls over a trunk, as their workflow needs the world. */
export const trunkTestActivities = (
  switches: Switches,
  tables: Pick<Repositories, 'trunkTests'>,
): TrunkTestActivities => {
  const actor = systemActor('flow-worker');
  return createTrunkActivities(switches, {
    start: (id) => tables.trunkTests.start(actor, id),
    note: ({ id, state, cause }) => tables.trunkTests.note(actor, id, state, cause),
  });
};
