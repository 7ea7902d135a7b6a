import type { Switches } from '../shared/switch-port.ts';
import { createGreet } from './greet.ts';
import type { TrunkTestActivities } from './types.ts';

/** The row of a test call, which people watch. */
export type TrunkTestRows = {
  start(id: string): Promise<boolean>;
  note: TrunkTestActivities['noteTrunkTest'];
};

/** Everything that the workflow of a test call can do to the world. */
export const createTrunkActivities = (switches: Switches, rows: TrunkTestRows): TrunkTestActivities => ({
  startTrunkTest: ({ id }) => rows.start(id),
  greetTrunkTest: createGreet(switches),
  noteTrunkTest: rows.note,
});
