import type { TrunkGate } from '../../activities/leg/trunk-gate.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { DialDigits } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { domestic } from '../switch/numbers.ts';

/** Caps of the trunks, as the database keeps them; numbers are compared in the form in which they are stored. */
export const createTrunkGate =
  (tables: Pick<Repositories, 'trunks'>): TrunkGate =>
  ({ leg, tenant, callerId }, trunk) =>
    tables.trunks.take(systemActor('flow-worker'), leg, {
      trunk,
      tenant,
      callerNumber: domestic(callerId) as DialDigits,
    });
