import test from 'ava';
import fc from 'fast-check';
import { Scenario } from '../../contracts/scenario/document.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { SHIPPED_SCENARIOS } from '../catalog/index.ts';
import { compileScenario } from '../compile/compile.ts';
import { eventPlans } from '../testing/arbitrary-events.ts';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { makeLargeScenario } from '../testing/large-scenario.ts';
import { type Ride, replay, ride } from '../testing/ride.ts';
import { createProgram } from './program.ts';
import { step } from './step.ts';

const prompts = shippedPrompts();
const random = arbitraryScenario.map((draft) => compileScenario(Scenario.parse(draft), prompts));
const known = [...Object.values(SHIPPED_SCENARIOS), makeLargeScenario(80)].map((draft) =>
  compiledDraft(draft, prompts),
);
const scenarios: fc.Arbitrary<CompiledScenario> = fc.oneof(fc.constantFrom(...known), random);

/** Violations of what must hold for every call, as sentences. */
function violations(call: Ride): string[] {
  const found: string[] = [];
  const numbers = call.verbs.map((verb) => verb.verb);
  if (numbers.some((number, index) => number !== index + 1)) found.push('verbs are numbered 1, 2, 3 …');
  const endedAt = call.results.findIndex((result) => result.ended !== undefined);
  const after = endedAt < 0 ? [] : call.results.slice(endedAt + 1);
  if (after.some((result) => result.verbs.length > 0 || result.ended !== undefined))
    found.push('nothing after the end');
  const hangups = call.verbs.filter((verb) => verb.kind === 'hangup').length;
  if (hangups > 1) found.push('one hang-up at most');
  if (call.steps.some((record) => record.seq < 1)) found.push('records are numbered from 1');
  if (call.snapshot.deadlines.length > 3) found.push('few deadlines');
  if (endedAt >= 0 && call.snapshot.deadlines.length > 0) found.push('no deadline after the end');
  return found;
}

test('whatever happens in whatever scenario: no throw, verbs in order, nothing after the end', (t) => {
  fc.assert(
    fc.property(scenarios, eventPlans, (scenario, plans) => {
      t.deepEqual(violations(ride(scenario, plans)), []);
    }),
    { numRuns: 1_500 },
  );
  t.pass();
});

test('a call that is waiting waits for something', (t) => {
  fc.assert(
    fc.property(scenarios, eventPlans, (scenario, plans) => {
      const { snapshot } = ride(scenario, plans);
      const waits =
        snapshot.awaiting !== undefined || snapshot.status === 'ended' || snapshot.status === 'loading';
      t.true(waits, JSON.stringify(snapshot));
    }),
    { numRuns: 500 },
  );
});

test('a snapshot survives JSON: the same event gives the same result', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...known), eventPlans, (scenario, plans) => {
      const call = ride(scenario, plans);
      const program = createProgram(Object.values(scenario.parts));
      const last = call.events.at(-1);
      if (last === undefined) return;
      const before = ride(scenario, plans.slice(0, -1)).snapshot;
      const text = JSON.stringify(before);
      const result = step(program, before, last);
      t.deepEqual(step(program, JSON.parse(text), last), result);
      t.is(JSON.stringify(before), text, 'the snapshot that was passed in is not changed');
    }),
    { numRuns: 300 },
  );
  t.pass();
});

test('an event that comes twice has no effect the second time', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...known), eventPlans, (scenario, plans) => {
      const once = ride(scenario, plans);
      const twice = replay(
        scenario,
        once.events.flatMap((event) => [event, event]),
      );
      t.deepEqual(twice.snapshot, once.snapshot);
      t.deepEqual(twice.verbs, once.verbs);
    }),
    { numRuns: 300 },
  );
  t.pass();
});

test('completions that come again later have no effect', (t) => {
  // A completion cannot come before its verb was issued; in the first test even that happens.
  const possible = eventPlans.map((plans) =>
    plans.map((plan) => ({ ...plan, back: Math.max(0, plan.back) })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...known), possible, (scenario, plans) => {
      const once = ride(scenario, plans);
      const again = once.events.flatMap((event, index) => [
        event,
        ...once.events.slice(Math.max(0, index - 3), index).filter((earlier) => 'verb' in earlier),
      ]);
      t.deepEqual(replay(scenario, again).snapshot, once.snapshot);
    }),
    { numRuns: 300 },
  );
  t.pass();
});

test('reports of a connection that overtake each other lead to the same state', (t) => {
  const scenario = compiledDraft(SHIPPED_SCENARIOS['main-line'], prompts);
  const base = { at: 2_000_000 };
  const opening = [
    { ...base, id: 'p', type: 'played', verb: 2, result: 'completed' },
    { ...base, id: 'h', type: 'hours', verb: 3, verdict: 'open' },
    { ...base, id: 'c', type: 'collected', verb: 4, result: 'digits', digits: '1' },
    { ...base, id: 'q', type: 'played', verb: 5, result: 'completed' },
    { ...base, id: 'r', type: 'leg', verb: 6, state: 'ringing' },
    { ...base, id: 'a', type: 'leg', verb: 6, state: 'answered' },
  ] as const;
  const reports = [
    { ...base, id: 'b', type: 'bridged' },
    { ...base, id: 'e', type: 'leg', verb: 6, state: 'ended' },
    { ...base, id: 'u', type: 'unbridged' },
  ] as const;
  const ends = [0, 1, 2].flatMap((first) =>
    [1, 2].map((shift) => {
      const order = [first, (first + shift) % 3, (first + 2 * shift) % 3];
      const events = order.flatMap((index) => reports[index] ?? []);
      const { snapshot } = replay(scenario, [...opening, ...events]);
      return `${snapshot.frames[0]?.block} ${JSON.stringify(snapshot.reached)} ${snapshot.deadlines.length}`;
    }),
  );
  t.is(new Set(ends).size, 1, ends.join('\n'));
  t.regex(ends[0] ?? '', /^goodbye .*"connected":true/);
});
