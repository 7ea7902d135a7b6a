import type { Switches } from '../shared/switch-port.ts';
import { createGreet } from './greet.ts';
import type { TrunkTestActivities } from './types.ts';

/** Everything that the workflow of a test call can do to the world; `note` writes the row that people watch. */
export const createTrunkActivities = (
  switches: Switches,
  note: TrunkTestActivities['noteTrunkTest'],
): TrunkTestActivities => ({ greetTrunkTest: createGreet(switches), noteTrunkTest: note });
