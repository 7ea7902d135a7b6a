import test from 'ava';
import type { PhoneCallView } from '../../../../../contracts/api/phone.ts';
import { BELL, dtmfOf, KEYS, parseTone, RINGBACK } from './tone-spec.ts';
import { callsAtHand, causeKey, stateKey } from './which-call.ts';

const call = (id: string, more: Partial<PhoneCallView>): PhoneCallView => ({
  id,
  line: '2001',
  peer: '1',
  direction: 'out',
  state: 'answered',
  startedAt: Number(id),
  answeredAt: null,
  endedAt: null,
  cause: null,
  endedBy: null,
  hears: null,
  ...more,
});

test('a call that rings in does not take the place of the one that goes on', (t) => {
  const talking = call('1', {});
  const ringing = call('2', { direction: 'in', state: 'ringing' });
  const over = call('0', { state: 'ended' });
  t.deepEqual(callsAtHand([ringing, over, talking]), { active: talking, incoming: ringing });
  t.deepEqual(callsAtHand([over]), { active: undefined, incoming: undefined });
  t.is(callsAtHand([{ ...ringing, state: 'answered' }]).active?.id, '2');
});

test('states and causes have words, also those that nobody has thought of', (t) => {
  t.is(stateKey(call('1', { direction: 'in', state: 'ringing' })), 'incoming');
  t.is(stateKey(call('1', { state: 'ringing' })), 'ringing');
  t.is(causeKey(call('1', { state: 'ended', cause: 'USER_BUSY' })), 'busy');
  t.is(causeKey(call('1', { state: 'ended', cause: 'toString' })), 'other');
  t.is(causeKey(call('1', { state: 'lost' })), 'lost');
});

test('tones: the switch’s notation, and a pair of its own for every key', (t) => {
  t.deepEqual(parseTone('%(200,0,800)'), [{ onMs: 200, offMs: 0, hertz: [800] }]);
  t.deepEqual(parseTone('%(1000,2000,440,480);loops=-1'), RINGBACK);
  t.deepEqual(parseTone('v=-7;%(10,0,0)'), [{ onMs: 10, offMs: 0, hertz: [] }]);
  t.deepEqual(parseTone('nonsense'), []);
  t.is(new Set(KEYS.map((key) => String(dtmfOf(key)))).size, 12);
  t.deepEqual([...dtmfOf('1'), ...dtmfOf('0'), ...dtmfOf('#')], [697, 1209, 941, 1336, 941, 1477]);
  t.true(BELL.every(({ hertz }) => hertz.length === 2));
});
