import type { OwnsNumber } from '../../activities/leg/owns-number.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { DialDigits } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { domestic } from '../switch/numbers.ts';

/** Whether a number is a company's own, by the table of numbers; compared in the form in which they are stored. */
export function createOwnNumbers({ numbers }: Pick<Repositories, 'numbers'>): OwnsNumber {
  const actor = systemActor('flow-worker');
  return async (tenant, number) => {
    const row = await numbers.detail(actor, domestic(number) as DialDigits);
    return row?.tenant === tenant;
  };
}
