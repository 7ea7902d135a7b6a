import test from 'ava';
import { header } from '../testing/frames.ts';
import { createRig, type Rig } from '../testing/rig.ts';

const done = (rig: Rig, id: string): Readonly<Record<string, string | readonly string[]>> | undefined =>
  rig
    .events()
    .find(
      (e) => header(e, 'Event-Name') === 'CHANNEL_EXECUTE_COMPLETE' && header(e, 'Application-UUID') === id,
    );

test('enough keys end the input at once, without a terminator', async (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'play_and_get_digits', '2 2 1 5000 # /p/menu.wav silence_stream://10 d \\d+ 3000', {
    id: 'x',
  });
  rig.clock.advance(100);
  void call.press('12', { perSecond: 10 });
  rig.clock.advance(140);
  t.is(header(done(rig, 'x'), 'variable_d'), '12');
  t.is(call.heard.length, 1);
  t.false(call.heard[0]?.completed);
});

test('too few keys before the inter-digit time-out fail; they stay in the variable', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'play_and_get_digits', '4 4 1 5000 # /p/short.wav silence_stream://10 d \\d+ 1000', {
    id: 'x',
  });
  rig.clock.advance(400);
  void call.press('12', { perSecond: 10 });
  rig.clock.advance(1000);
  t.is(done(rig, 'x'), undefined);
  rig.clock.advance(300);
  t.is(header(done(rig, 'x'), 'variable_read_result'), 'failure');
  t.is(header(done(rig, 'x'), 'variable_d'), '12');
  t.is(header(done(rig, 'x'), 'variable_d_invalid'), '');
});

test('between minimum and maximum the inter-digit time-out is an end like any other', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'play_and_get_digits', '1 4 1 5000 # /p/short.wav silence_stream://10 d \\d+ 1000', {
    id: 'x',
  });
  rig.clock.advance(400);
  void call.press('12', { perSecond: 10 });
  rig.clock.advance(1300);
  t.is(header(done(rig, 'x'), 'variable_d'), '12');
});

test('a terminator alone is success when nothing is required', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'play_and_get_digits', '0 4 1 5000 # /p/short.wav silence_stream://10 d \\d+ 1000', {
    id: 'x',
  });
  rig.clock.advance(400);
  void call.press('#');
  rig.clock.advance(40);
  t.is(header(done(rig, 'x'), 'variable_read_result'), 'success');
  t.is(header(done(rig, 'x'), 'variable_read_terminator_used'), '#');
});

test('keys typed ahead are used by the collect that waits behind a locked one: none is lost', (t) => {
  const rig = createRig();
  const call = rig.answered();
  const spec = (name: string): string => `1 1 1 5000 # /p/menu.wav silence_stream://10 ${name} \\d 3000`;
  rig.execute(call.uuid, 'play_and_get_digits', spec('a'), { id: 'a', lock: true });
  rig.execute(call.uuid, 'play_and_get_digits', spec('b'), { id: 'b', lock: true });
  rig.clock.advance(40);
  rig.send(`api uuid_recv_dtmf ${call.uuid} 59`);
  rig.clock.advance(40);
  t.is(header(done(rig, 'a'), 'variable_a'), '5');
  t.is(header(done(rig, 'b'), 'variable_b'), '9');
});

test('a key pressed while only park runs is an event and then gone: the next collect does not see it', (t) => {
  const rig = createRig();
  const call = rig.answered();
  void call.press('7');
  rig.clock.advance(40);
  t.is(header(rig.last('DTMF'), 'DTMF-Digit'), '7');
  rig.execute(call.uuid, 'play_and_get_digits', '1 1 1 1000 # /p/short.wav silence_stream://10 d \\d', {
    id: 'x',
  });
  rig.clock.advance(1500);
  t.is(header(done(rig, 'x'), 'variable_read_result'), 'failure');
});

test('a missing prompt fails the try without playback events', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'play_and_get_digits', '1 1 1 1000 # /p/none.wav /p/none.wav d \\d', { id: 'x' });
  rig.clock.advance(60);
  t.is(header(done(rig, 'x'), 'Application'), 'play_and_get_digits');
  t.false(rig.names(call.uuid).includes('PLAYBACK_START'));
});
