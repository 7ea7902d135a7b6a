import test from 'ava';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import { menuBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { compiledDraft } from '../testing/catalog.ts';
import { createProgram } from './program.ts';
import { start } from './start.ts';
import { resume, step } from './step.ts';

const scenario: CompiledScenario = compiledDraft(
  scenarioOf(
    { first: { type: 'subScenario', part: 'ask', next: { done: 'after' } }, after: playBlock('end') },
    {
      variables: { n: { type: 'number', initial: 7 } },
      subScenarios: {
        ask: {
          entry: 'menu',
          blocks: {
            menu: menuBlock({ one: 'back', noInput: 'back', wrongKey: 'back' }),
            back: { type: 'return', outcome: 'done' },
          },
        },
      },
    },
  ),
);
const part = (id: string): ScenarioPart => {
  const found = scenario.parts[id];
  if (found === undefined) throw new TypeError(`no part ${id}`);
  return found;
};
const input = { entryPart: 'main', at: 1_000, call: { called: '1', caller: '2' } };
const pressed = { type: 'collected', id: 'c', at: 2_000, verb: 1, result: 'digits', digits: '1' } as const;

test('parts are asked for when the call gets there, one at a time', (t) => {
  const program = createProgram();
  const begun = start(program, input);
  t.is(begun.load, 'main');
  program.add(part('main'));
  const inMain = resume(program, begun.snapshot, 1_001);
  t.is(inMain.load, 'ask');
  t.deepEqual(inMain.snapshot.variables, { n: 7, called: '1', caller: '2' });
  program.add(part('ask'));
  const asking = resume(program, inMain.snapshot, 1_002);
  t.is(asking.load, undefined);
  t.deepEqual(
    asking.verbs.map((verb) => [verb.verb, verb.kind]),
    [[1, 'collect']],
  );
});

test('with all parts at hand nothing is asked for', (t) => {
  const begun = start(createProgram(Object.values(scenario.parts)), input);
  t.is(begun.load, undefined);
  t.is(begun.verbs.length, 1);
});

test('a call that continues with an empty program keeps its event until its part is there', (t) => {
  const before = start(createProgram(Object.values(scenario.parts)), input).snapshot;
  const program = createProgram();
  const held = step(program, before, pressed);
  t.is(held.load, 'ask');
  t.deepEqual(held.verbs, []);
  program.add(part('ask'));
  const returned = resume(program, held.snapshot, 2_001);
  t.is(returned.load, 'main', 'the calling part is needed for the way back');
  program.add(part('main'));
  const after = resume(program, returned.snapshot, 2_002);
  t.deepEqual(
    after.verbs.map((verb) => [verb.verb, verb.kind]),
    [[2, 'play']],
  );
  t.is(after.snapshot.frames.length, 1);
});

test('events that come while a part is loading are kept in order', (t) => {
  const before = start(createProgram(Object.values(scenario.parts)), input).snapshot;
  const program = createProgram([part('main')]);
  const loading = step(program, before, pressed);
  const more = step(program, loading.snapshot, {
    type: 'played',
    id: 'p',
    at: 2_500,
    verb: 2,
    result: 'completed',
  });
  t.deepEqual(more.verbs, []);
  program.add(part('ask'));
  const after = resume(program, more.snapshot, 3_000);
  t.deepEqual(
    after.verbs.map((verb) => verb.kind),
    ['play', 'hangup'],
  );
});

test('who hangs up while a part is loading ends the call at once', (t) => {
  const loading = start(createProgram(), input);
  const hungUp = { type: 'hungUp', id: 'h', at: 2_000, cause: 'NORMAL_CLEARING', by: 'caller' } as const;
  const { ended, snapshot } = step(createProgram(), loading.snapshot, hungUp);
  t.deepEqual(ended, { result: 'client', reason: 'caller-hung-up' });
  t.deepEqual(resume(createProgram([part('main')]), snapshot, 3_000).verbs, []);
});

test('resume without anything to resume changes nothing', (t) => {
  const program = createProgram(Object.values(scenario.parts));
  const { snapshot } = start(program, input);
  t.is(resume(program, snapshot, 5_000).snapshot, snapshot);
});
