import type { Response } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { ScenarioRow } from '../../db/repositories/scenario-row.ts';
import { actorOf } from '../http/identity.ts';
import type { Workbench } from './workbench.ts';

export type ScenarioParts = {
  repositories: Pick<
    Repositories,
    'scenarios' | 'scenarioVersions' | 'scenarioTests' | 'scenarioFigures' | 'trials'
  >;
  /** Without it scenarios can be read and kept, and nothing else be done with them. */
  workbench?: Workbench | undefined;
};

export function benchOf({ workbench }: ScenarioParts): Workbench {
  if (workbench === undefined)
    throw new CallwrightError('config/invalid', 'this process was started without a workbench');
  return workbench;
}

/** Throws `request/not-found` for a scenario that the actor does not see. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new CallwrightError('request/not-found', 'no such scenario');
  return row;
}

/** Who asks, and the scenario that he asks about. */
export async function scenarioOf(
  { repositories }: ScenarioParts,
  response: Response,
  id: string,
): Promise<{ actor: Actor; row: ScenarioRow }> {
  const actor = actorOf(response);
  return { actor, row: found(await repositories.scenarios.get(actor, id)) };
}
