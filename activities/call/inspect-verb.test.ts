import test from 'ava';
import { parseDump } from '../../freeswitch/commands/index.ts';
import { createSwitches } from '../shared/switch-port.ts';
import { CALL, createFakeSwitch, NODE, noSuchChannel } from '../testing/fake-switch.ts';
import { createInspectVerb, judge } from './inspect-verb.ts';
import type { InspectRequest, InspectResult } from './types.ts';

type Kind = InspectRequest['kind'];

function judged(
  kind: Kind,
  variables: Record<string, string>,
  headers: Record<string, string> = {},
): InspectResult {
  const named = Object.entries(variables).map(([name, value]) => [`variable_${name}`, value]);
  const dump = parseDump(JSON.stringify({ ...headers, ...Object.fromEntries(named) }));
  if (dump === undefined) throw new Error('not a dump');
  return judge({ call: CALL, node: NODE, verb: 5, kind }, dump);
}

/** The event without its instant, which is that of the look. */
const eventOf = (result: InspectResult): unknown => {
  if (result.status !== 'finished') return result.status;
  const { at: _at, ...event } = result.event;
  return event;
};

test('a mark below the verb says that it never reached the channel', (t) => {
  for (const kind of ['play', 'collect', 'record', 'bridge'] as const) {
    t.is(
      judged(kind, { cw_verb: '4', read_result: 'success', playback_ms: '900', record_ms: '1' }).status,
      'not-issued',
    );
    t.is(judged(kind, {}).status, 'not-issued');
  }
});

test('without the mark of its end a verb runs', (t) => {
  for (const kind of ['play', 'collect', 'record'] as const)
    t.is(judged(kind, { cw_verb: '5' }).status, 'running');
});

test('what was collected is read back', (t) => {
  t.deepEqual(eventOf(judged('collect', { cw_verb: '5', read_result: 'success', cw_d5: '42' })), {
    type: 'collected',
    id: 'resync:5',
    verb: 5,
    result: 'digits',
    digits: '42',
  });
  t.like(eventOf(judged('collect', { cw_verb: '5', read_result: 'timeout' })), {
    result: 'noInput',
    digits: '',
  });
});

test('a played prompt and a recording are read back', (t) => {
  t.like(eventOf(judged('play', { cw_verb: '5', playback_ms: '900' })), {
    type: 'played',
    result: 'completed',
  });
  t.like(eventOf(judged('record', { cw_verb: '5', record_ms: '8000' })), { type: 'recorded', ms: 8_000 });
});

test('a prompt whose file was not found has no end, but a response (transcript 12-)', (t) => {
  const response = { current_application: 'playback', current_application_response: 'FILE NOT FOUND' };
  t.like(eventOf(judged('play', { cw_verb: '5', ...response })), { type: 'played', result: 'missing' });
  t.is(judged('play', { cw_verb: '4', ...response }).status, 'not-issued');
  t.is(judged('play', { cw_verb: '5', ...response, current_application: 'park' }).status, 'running');
  t.is(judged('play', { cw_verb: '5', current_application: 'playback' }).status, 'running');
  t.like(eventOf(judged('play', { cw_verb: '5', playback_ms: '900', ...response })), { result: 'completed' });
});

test('of a bridge counts whether the caller talks to somebody now', (t) => {
  const talking = judged('bridge', { cw_verb: '5' }, { 'Other-Leg-Unique-ID': 'x' });
  t.like(eventOf(talking), { type: 'bridged', id: 'resync:5:bridged' });
  t.like(eventOf(judged('bridge', { cw_verb: '5' })), {
    type: 'unbridged',
    id: 'resync:5:unbridged',
  });
});

test('a channel that is gone is said so', async (t) => {
  const inspect = createInspectVerb(createSwitches([createFakeSwitch(noSuchChannel).port]));
  t.deepEqual(await inspect({ call: CALL, node: NODE, verb: 5, kind: 'play' }), { status: 'no-channel' });
});
