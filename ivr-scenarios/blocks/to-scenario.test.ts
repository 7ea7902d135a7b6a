import test from 'ava';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import { createProgram } from '../engine/program.ts';
import { start } from '../engine/start.ts';
import { resume, step } from '../engine/step.ts';
import { menuBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';
import { compiledDraft } from '../testing/catalog.ts';

const ID = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';
const HASH = 'b'.repeat(64) as ScenarioHash;
const draft = scenarioOf(
  {
    first: { type: 'language', language: 'en', next: { done: 'over' } },
    over: { type: 'toScenario', scenario: ID, next: { missing: 'say' } },
    say: playBlock('end'),
  },
  { variables: { old: { type: 'text', initial: 'x' } }, languages: ['ko', 'en'] },
);
const found = { type: 'scenarioFound', version: { hash: HASH, entryPart: 'main' } } as const;

test('what is not published leaves by missing', (t) => {
  const call = driveCall(draft);
  t.like(call.verbs[0], { kind: 'findScenario', scenario: ID });
  call.take({ type: 'scenarioFound', version: null });
  t.is(call.steps()[1]?.outcome, 'missing');
  t.is(call.kinds().at(-1), 'play');
});

test('the other version begins anew: its parts, its variables, its language', (t) => {
  const own = compiledDraft(draft);
  const other = compiledDraft(
    scenarioOf(
      {
        first: { type: 'set', assign: [{ variable: 'n', add: 1 }], next: { done: 'menu' } },
        menu: menuBlock({}),
      },
      { variables: { n: { type: 'number', initial: 5 } } },
    ),
  );
  const program = createProgram(Object.values(own.parts), 'a'.repeat(64));
  const begun = start(program, { entryPart: 'main', at: 0, call: { called: '1', caller: '2' } });
  const event = { ...found, id: 'f', at: 10, verb: 1 } as CallEvent;
  const gone = step(program, begun.snapshot, event);
  t.is(gone.load, 'main');
  t.is(gone.snapshot.scenario, HASH);
  for (const part of Object.values(other.parts)) program.version(HASH).add(part);
  const there = resume(program, gone.snapshot, 11);
  t.deepEqual(there.snapshot.variables, { n: 6, called: '1', caller: '2' });
  t.is(there.snapshot.language, undefined);
  t.is(there.snapshot.frames.length, 1);
  t.deepEqual(
    there.verbs.map(({ kind, verb }) => [kind, verb]),
    [['collect', 2]],
  );
  const pressed = { type: 'collected', id: 'c', at: 20, verb: 2, result: 'digits', digits: '1' } as const;
  t.deepEqual(step(program, there.snapshot, pressed).ended, { result: 'success', reason: 'completed' });
});

test('scenarios that send a caller to and fro end as too long', (t) => {
  // Versions are shared by their hash: this one is of this test alone.
  const hash = 'c'.repeat(64) as ScenarioHash;
  const event = { ...found, version: { ...found.version, hash } };
  const program = createProgram(Object.values(compiledDraft(draft).parts));
  for (const part of Object.values(compiledDraft(draft).parts)) program.version(hash).add(part);
  let result = start(program, { entryPart: 'main', at: 0, call: { called: '1', caller: '2' } });
  for (let turn = 1; turn <= 10; turn += 1) {
    result = step(program, result.snapshot, { ...event, id: `f${turn}`, at: turn, verb: turn } as CallEvent);
  }
  t.is(result.snapshot.closing?.reason, 'too-long');
});
