import type { CallId, CoreUuid } from '../../contracts/ids.ts';

/** A leg that the ledger holds for dialled and not over, and for how long. */
export type OpenLeg = { leg: CallId; ageMs: number };

export type LegLook = {
  core: CoreUuid;
  /** When the ledger was read, ms; before the channels were. */
  observedAt: number;
  open: readonly OpenLeg[];
  lives(leg: CallId): boolean;
};

/** A younger leg may have left the ledger and not yet reached the switch. */
const YOUNG_MS = 5_000;
/** One look alone may fall between a hang-up and its event. */
const LOOKS_UNTIL_LOST = 2;

/**
 * Outbound legs that are gone without a word: not among the channels at two looks in a row, or at one if they were
 * dialled before the switch began the life that it is in now. Rows of the ledger name no core, so what came before is
 * told by when this watch first saw it; a worker that has just started needs its two looks.
 */
export function createLegWatch(): (look: LegLook) => CallId[] {
  const missed = new Map<CallId, number>();
  let core: CoreUuid | undefined;
  let restartSeenAt = Number.NEGATIVE_INFINITY;

  return (look) => {
    if (core !== undefined && core !== look.core) restartSeenAt = look.observedAt;
    core = look.core;
    const missing = look.open.filter(({ leg, ageMs }) => ageMs >= YOUNG_MS && !look.lives(leg));
    const counted = missing.map(({ leg, ageMs }): [CallId, number] => {
      const ofEarlierLife = look.observedAt - ageMs < restartSeenAt;
      return [leg, ofEarlierLife ? LOOKS_UNTIL_LOST : (missed.get(leg) ?? 0) + 1];
    });
    missed.clear();
    for (const [leg, looks] of counted) missed.set(leg, looks);
    return counted.flatMap(([leg, looks]) => (looks >= LOOKS_UNTIL_LOST ? [leg] : []));
  };
}
