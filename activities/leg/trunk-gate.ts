import type { TrunkVerdict } from '../../db/repositories/trunks.ts';
import type { DialRequest } from '../call/types.ts';

/**
 * Judges whether a planned leg may go out by a trunk now: its switch, its caps, the number that it shows. Asked again
 * for the same leg it answers as before.
 */
export type TrunkGate = (request: DialRequest, trunk: string) => Promise<TrunkVerdict>;

/** Where no gate is given, nobody goes out (default deny, S1). */
export const closedGate: TrunkGate = () => Promise.resolve('unknown');

/** Why a leg did not go out, as its ledger row says it: closed, and in the switch's own words where it has some. */
export const TRUNK_CAUSE: Readonly<Record<Exclude<TrunkVerdict, 'taken'>, string>> = {
  unknown: 'INVALID_GATEWAY',
  disabled: 'GATEWAY_DOWN',
  'caller-number': 'FACILITY_NOT_SUBSCRIBED',
  full: 'NORMAL_CIRCUIT_CONGESTION',
  'too-fast': 'SWITCH_CONGESTION',
  unplanned: 'NORMAL_TEMPORARY_FAILURE',
};
