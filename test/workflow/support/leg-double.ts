import type { DialRequest, LegActivities } from '../../../activities/call/types.ts';
import type { CallId } from '../../../contracts/ids.ts';
import { type FarEvent, farEvents, type SimulatedInput } from '../../../ivr-scenarios/simulate/far-end.ts';

type Leg = { request: DialRequest; alive: boolean; answered: boolean; bridged: boolean };

/** The phones that calls dial: they ring after 200 ms and do what the next input says 3 s later. */
export type LegDouble = {
  dialled: DialRequest[];
  settled: { leg: CallId; state: string; cause?: string }[];
  hungUp: { leg: CallId; cause: string }[];
  bridge(dial: number): void;
  /** The far end of the last leg hangs up. */
  hangUp(): void;
  activities: LegActivities;
};

export type LegDoubleOptions = {
  next(): SimulatedInput | undefined;
  onEvent(leg: CallId, event: FarEvent): void;
  onBridge(): void;
  onBridgeEnd(): void;
  schedule(ms: number, run: () => void): void;
};

const RING_MS = 200;
const DECIDE_MS = 3_000;

export function createLegDouble(options: LegDoubleOptions): LegDouble {
  const legs = new Map<CallId, Leg>();
  const double: Pick<LegDouble, 'dialled' | 'settled' | 'hungUp'> = { dialled: [], settled: [], hungUp: [] };

  function end(leg: Leg | undefined, cause: string): void {
    if (leg?.alive !== true) return;
    leg.alive = false;
    options.onEvent(leg.request.leg, { type: 'hungUp', cause, by: 'peer' });
    if (leg.bridged) options.onBridgeEnd();
  }
  /** `event` speaks of the caller's verb; on the leg's own channel its end is a hang-up. */
  function happen(leg: Leg, event: FarEvent): void {
    if (!leg.alive || event.type !== 'leg') return;
    if (event.state === 'ended') {
      end(leg, event.cause ?? 'NORMAL_CLEARING');
      return;
    }
    leg.answered = event.state === 'answered';
    options.onEvent(leg.request.leg, event);
  }

  const activities: LegActivities = {
    async dial(request) {
      const input = options.next();
      if (input === 'refused') return { status: 'refused', cause: 'OUTGOING_CALL_BARRED' };
      double.dialled.push(request);
      const leg: Leg = { request, alive: true, answered: false, bridged: false };
      legs.set(request.leg, leg);
      const { verb, target, ringMs } = request;
      const [ringing, decided] = farEvents({ kind: 'dial', verb, target, ringMs, expectMs: ringMs }, input);
      if (ringing !== undefined) options.schedule(RING_MS, () => happen(leg, ringing));
      if (decided !== undefined && input !== undefined)
        options.schedule(DECIDE_MS, () => happen(leg, decided));
      return { status: 'sent' };
    },
    async hangUpLeg({ leg, cause }) {
      double.hungUp.push({ leg, cause });
      end(legs.get(leg), cause);
    },
    async legState({ leg }) {
      const known = legs.get(leg);
      return { alive: known?.alive === true, answered: known?.answered === true };
    },
    settleLeg: async (settled) => void double.settled.push(settled),
  };
  return {
    ...double,
    activities,
    bridge(dial) {
      const leg = [...legs.values()].find(({ request }) => request.verb === dial);
      if (leg?.alive !== true) return;
      leg.bridged = true;
      options.onBridge();
    },
    hangUp: () => end([...legs.values()].at(-1), 'NORMAL_CLEARING'),
  };
}
