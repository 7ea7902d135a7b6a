import test from 'ava';
import { createCallLog, type Sighting } from './call-log.ts';

const CALL = 'c1';
const seen = (name: string, at: number, more: Partial<Sighting> = {}): Sighting => ({
  name,
  uuid: CALL,
  at,
  ...more,
});
const prompt = (at: number, file = '/prompts/ko/bench/menu-1.wav'): Sighting =>
  seen('PLAYBACK_START', at, { file });
const key = (at: number, digit = '1'): Sighting => seen('DTMF', at, { digit });

function logOf(sightings: readonly Sighting[]) {
  const log = createCallLog();
  for (const sighting of [seen('CHANNEL_CREATE', 0, { called: '070' }), ...sightings]) log.take(sighting);
  const [call] = log.callsTo('070', 0);
  if (call === undefined) throw new Error('the call is missing');
  return call;
}

test('a turn lasts from the last key before a prompt to that prompt', (t) => {
  const call = logOf([prompt(50), key(100, '4'), key(130, '2'), prompt(165)]);
  t.deepEqual(call.turns, [{ at: 165, ms: 35 }]);
  t.is(call.digits, '42');
  t.is(call.firstPromptAt, 50);
});

test('a prompt that no key asked for is no turn', (t) => {
  t.deepEqual(logOf([prompt(50), prompt(90)]).turns, []);
});

test('neither silence nor a word to wait ends a turn', (t) => {
  const waiting = prompt(1_700, '/prompts/ko/system/waiting.wav');
  const call = logOf([prompt(50), key(100), prompt(120, 'silence_stream://10'), waiting, prompt(2_100)]);
  t.deepEqual(call.turns, [{ at: 2_100, ms: 2_000 }]);
  t.is(call.fillers, 1);
  t.is(call.prompts, 2);
});

test('calls are told apart by number and time, and strange channels are left out', (t) => {
  const log = createCallLog();
  log.take(seen('DTMF', 1, { uuid: 'stranger', digit: '1' }));
  log.take(seen('CHANNEL_CREATE', 10, { called: '070' }));
  log.take({ ...seen('CHANNEL_CREATE', 20, { called: '080' }), uuid: 'c2' });
  t.deepEqual(
    log.callsTo('070', 10).map(({ uuid }) => uuid),
    [CALL],
  );
  t.deepEqual(log.callsTo('070', 11), []);
  t.is(log.take(seen('CHANNEL_HANGUP_COMPLETE', 30))?.endedAt, 30);
});
