import test from 'ava';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { connectBlock, menuBlock, playBlock, SAID_SILENT, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';
import { compiledDraft } from '../testing/catalog.ts';
import { createProgram } from './program.ts';
import { resume, step } from './step.ts';

const COMMAND = { type: 'commanded', command: 'handler' } as const;
const deep = (handlers: ScenarioDraft['handlers'], blocks: ScenarioDraft['blocks'] = {}): ScenarioDraft =>
  scenarioOf(
    {
      first: { type: 'subScenario', part: 'ask', next: { done: 'end' } },
      handler: menuBlock({}, { prompts: [SAID_SILENT] }),
      ...blocks,
    },
    {
      ...(handlers === undefined ? {} : { handlers }),
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
  );

test('a command takes the call to its handler, wherever it is', (t) => {
  const call = driveCall(deep({ operatorCommand: 'handler' }));
  call.take(COMMAND);
  t.deepEqual(call.kinds(), ['collect', 'stop', 'collect']);
  t.deepEqual(
    call.last().snapshot.frames.map(({ part, block }) => `${part}/${block}`),
    ['main/handler'],
  );
  t.deepEqual(
    call.steps().map(({ block, outcome }) => `${block} ${outcome}`),
    [
      'main/first operatorCommand',
      'ask/menu operatorCommand',
      'engine/handler operatorCommand',
      'main/handler undefined',
    ],
  );
});

test('without a handler a command means nothing', (t) => {
  const call = driveCall(deep(undefined));
  const { snapshot, verbs } = call.take(COMMAND);
  t.deepEqual(verbs, []);
  t.is(snapshot.awaiting?.verb, 1);
});

test('the same command twice is one', (t) => {
  const call = driveCall(deep({ operatorCommand: 'handler' }));
  call.take({ ...COMMAND, id: 'c1' });
  t.deepEqual(call.take({ ...COMMAND, id: 'c1' }).verbs, []);
});

test('a command ends what rings and what talks', (t) => {
  const draft = scenarioOf(
    { first: connectBlock(), handler: playBlock('end') },
    { handlers: { operatorCommand: 'handler' } },
  );
  const ringing = driveCall(draft);
  ringing.take(COMMAND);
  t.deepEqual(ringing.kinds(), ['dial', 'music', 'cancelDial', 'stop', 'play']);
  t.deepEqual(
    ringing.last().deadlines.map(({ id }) => id),
    ['call-limit'],
  );
  const talking = driveCall(draft);
  talking.take({ type: 'leg', verb: 1, state: 'answered' });
  talking.take({ type: 'bridged' });
  talking.take(COMMAND);
  t.deepEqual(talking.kinds().slice(4), ['cancelDial', 'stop', 'play']);
  t.deepEqual(talking.take({ type: 'unbridged' }).verbs, [], 'the end of the talk is old news');
});

test('the command to hang up ends the call with what it has reached', (t) => {
  const call = driveCall(scenarioOf({ first: connectBlock() }));
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  call.take({ type: 'bridged' });
  call.take({ type: 'commanded', command: 'hangup' });
  t.deepEqual(call.kinds().slice(4), ['cancelDial', 'hangup']);
  t.deepEqual(call.last().ended, { result: 'success', reason: 'connected' });
});

test('a part that is not loaded does not lose the command', (t) => {
  const compiled = compiledDraft(deep({ operatorCommand: 'handler' }));
  const { snapshot } = driveCall(deep({ operatorCommand: 'handler' })).last();
  const program = createProgram(Object.values(compiled.parts).filter(({ id }) => id !== 'main'));
  const event = { ...COMMAND, id: 'c', at: 2_000_000 } as CallEvent;
  const held = step(program, snapshot, event);
  t.is(held.load, 'main');
  for (const part of Object.values(compiled.parts)) program.add(part);
  t.deepEqual(
    resume(program, held.snapshot, 2_000_001).verbs.map(({ kind }) => kind),
    ['stop', 'collect'],
  );
});

test('what was lost while we were away leads to its handler', (t) => {
  const call = driveCall(deep({ engineRestarted: 'handler' }));
  call.take({ type: 'idle', at: call.now() + 5_000 });
  t.deepEqual(call.kinds(), ['collect', 'stop', 'collect']);
  t.is(call.last().snapshot.frames.at(-1)?.block, 'handler');
});

test('without that handler a lost input is silence, as ever', (t) => {
  const call = driveCall(deep(undefined));
  call.take({ type: 'idle', at: call.now() + 5_000 });
  t.is(call.steps()[1]?.outcome, 'noInput');
});

test('the end of a talk that was missed is no restart', (t) => {
  const call = driveCall(
    scenarioOf(
      { first: connectBlock(), handler: playBlock('end') },
      { handlers: { engineRestarted: 'handler' } },
    ),
  );
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  call.take({ type: 'bridged' });
  call.take({ type: 'idle', at: call.now() + 60_000 });
  t.is(call.steps()[0]?.outcome, 'connected');
});

for (const [handler, event] of [
  ['engineRestarted', { type: 'idle' }],
  ['operatorCommand', COMMAND],
] as const) {
  test(`a call whose ${handler} handler brings it about again comes to its end`, (t) => {
    const call = driveCall(
      scenarioOf({ first: menuBlock({ one: 'first' }) }, { handlers: { [handler]: 'first' } }),
    );
    let jumps = 0;
    for (let turn = 0; turn < 100 && call.last().ended === undefined; turn += 1) {
      call.take({ ...event, id: `e${turn}`, at: call.now() + 5_000 });
      jumps = call.steps().filter(({ block }) => block === 'engine/handler').length;
    }
    t.true(jumps > 0 && jumps <= 20, String(jumps));
  });
}

const hungUp = { type: 'hungUp', by: 'switch' } as const;
const decides = scenarioOf(
  {
    first: menuBlock({}),
    lost: { type: 'hangup', outcome: { result: 'server', reason: 'media-lost' } },
    left: { type: 'hangup', outcome: { result: 'client', reason: 'refused' } },
  },
  { onHungUp: 'left', handlers: { mediaTimeout: 'lost' } },
);

test('a call that the switch ended for want of voice has a handler of its own', (t) => {
  const { ended, verbs } = driveCall(decides).take({ ...hungUp, cause: 'MEDIA_TIMEOUT' });
  t.deepEqual([ended, verbs], [{ result: 'server', reason: 'media-lost' }, []]);
  t.deepEqual(driveCall(decides).take({ ...hungUp, cause: 'NORMAL_CLEARING' }).ended, {
    result: 'client',
    reason: 'refused',
  });
});

test('without it the hang-up handler decides', (t) => {
  const call = driveCall({ ...decides, handlers: {} });
  t.deepEqual(call.take({ ...hungUp, cause: 'MEDIA_TIMEOUT' }).ended, {
    result: 'client',
    reason: 'refused',
  });
});
