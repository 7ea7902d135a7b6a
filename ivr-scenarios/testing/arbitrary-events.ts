import fc from 'fast-check';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';

/** How to make an event once the call's last verb number and deadlines are known: fresh, stale or repeated. */
export type EventPlan = { kind: number; back: number; choice: number; dt: number };

export const eventPlans: fc.Arbitrary<EventPlan[]> = fc.array(
  fc.record({
    kind: fc.integer({ min: 0, max: 40 }),
    // Mostly the verb that is awaited, sometimes an older one or one that was never issued.
    back: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, -1),
    choice: fc.integer({ min: 0, max: 11 }),
    dt: fc.integer({ min: 0, max: 4_000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** What an event is made for: the verb and its kind, one deadline, and the version that other scenarios have. */
export type Aim = {
  verb: number;
  kind: string;
  deadline: { id: string; generation: number };
  hash: ScenarioHash;
};

/** Makes the event of a plan. Mostly a completion of the awaited verb, now and then something else. */
export function eventOf(plan: EventPlan, id: string, at: number, aim: Aim): CallEvent {
  const base = { id, at };
  const verb = Math.max(1, aim.verb - plan.back);
  const pick = <T>(...values: [T, ...T[]]): T => values[plan.choice % values.length] ?? values[0];
  switch (plan.kind) {
    case 0:
      return {
        ...base,
        type: 'hungUp',
        cause: 'NORMAL_CLEARING',
        by: pick('caller', 'us', 'peer', 'switch'),
      };
    case 1:
      return { ...base, type: 'mediaLost', reason: 'channel-gone' };
    case 2:
      return { ...base, type: 'arrived', adopted: true };
    case 3:
    case 4:
      return { ...base, type: 'idle' };
    case 5:
    case 6:
      return { ...base, type: 'bridged' };
    case 7:
    case 8:
      return { ...base, type: 'unbridged' };
    case 9:
      return {
        ...base,
        type: 'deadline',
        deadline: aim.deadline.id,
        generation: aim.deadline.generation - plan.back,
      };
    case 10:
      return { ...base, type: 'commanded', command: pick('handler', 'handler', 'hangup') };
    default:
      return completion(plan, base, verb, aim);
  }
}

function completion(
  plan: EventPlan,
  base: { id: string; at: number },
  verb: number,
  { kind, hash }: Aim,
): CallEvent {
  const pick = <T>(...values: [T, ...T[]]): T => values[plan.choice % values.length] ?? values[0];
  switch (kind) {
    case 'collect':
      return {
        ...base,
        type: 'collected',
        verb,
        result: pick('digits', 'digits', 'digits', 'noInput', 'invalid', 'missing', 'failed'),
        digits: pick('1', '12', '1234', '9', '', '#', '*'),
      };
    case 'record':
      return {
        ...base,
        type: 'recorded',
        verb,
        result: pick('recorded', 'empty', 'failed'),
        ms: 10,
        file: 'm.wav',
      };
    case 'businessHours':
      return { ...base, type: 'hours', verb, verdict: pick('open', 'closed', 'lunch', 'holiday') };
    case 'sendMessage':
      return { ...base, type: 'messaged', verb, result: pick('accepted', 'refused', 'failed') };
    case 'nextInstant':
      return { ...base, type: 'instant', verb, dueAt: pick(base.at, base.at + 9_000, null) };
    case 'findScenario':
      return { ...base, type: 'scenarioFound', verb, version: pick(null, { hash, entryPart: 'main' }) };
    case 'httpRequest':
      return {
        ...base,
        type: 'fetched',
        verb,
        result: pick('ok', 'refused', 'failed', 'timeout'),
        values: pick({}, { n: 3 }, { secret: 'x' }),
      };
    case 'dial':
    case 'bridge':
      return {
        ...base,
        type: 'leg',
        verb,
        state: pick('ringing', 'answered', 'ended'),
        cause: pick('USER_BUSY', 'NO_ANSWER', 'NORMAL_CLEARING'),
      };
    default:
      return {
        ...base,
        type: 'played',
        verb,
        result: pick('completed', 'completed', 'interrupted', 'missing', 'failed'),
      };
  }
}
