import test from 'ava';
import { createDialplan } from './core/dialplan.ts';
import { header } from './testing/frames.ts';
import { createRig } from './testing/rig.ts';

test('the caller hears prompts in order; a nested one interrupts and the music comes back', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'playback', 'tone_stream://%(1000,0,440);loops=-1', { id: 'music' });
  rig.clock.advance(100);
  rig.execute(call.uuid, 'playback', '/p/short.wav', { id: 'say' });
  rig.clock.advance(100);
  t.is(call.hearsNow()?.source, '/p/short.wav');
  rig.clock.advance(200);
  t.is(call.hearsNow()?.source, 'tone_stream://%(1000,0,440);loops=-1');
  const [music, said] = call.heard;
  t.is(music?.interruptedAt.length, 1);
  t.is(music?.resumedAt.length, 1);
  t.true(said?.completed);
});

test('speed shortens prompts and nothing else', (t) => {
  const rig = createRig({ speed: 10 });
  const call = rig.answered();
  rig.execute(call.uuid, 'playback', '/p/menu.wav', { id: 'x' });
  rig.clock.advance(20 + 300);
  t.is(header(rig.last('PLAYBACK_STOP'), 'Playback-Status'), 'done');
  t.is(header(rig.last('PLAYBACK_STOP'), 'variable_playback_ms'), '3000');
});

test('a called phone does what it was told, and every INVITE is counted', (t) => {
  const rig = createRig();
  rig.sim.phone({
    number: '07011112222',
    behaviour: {
      kind: 'answer',
      afterMs: 300,
      hangUpAfterMs: 2000,
      presses: [{ keys: '12', whenHears: 'short' }],
    },
  });
  rig.send('bgapi originate {origination_uuid=u1}sofia/gateway/trunk/07011112222 &park()');
  rig.clock.advance(250);
  t.false(rig.names('u1').includes('CHANNEL_ANSWER'));
  rig.clock.advance(150);
  t.true(rig.names('u1').includes('CHANNEL_PARK'));
  rig.execute('u1', 'play_and_get_digits', '2 2 1 5000 # /p/short.wav silence_stream://10 d \\d+', {
    id: 'x',
  });
  rig.clock.advance(500);
  t.is(rig.send('api uuid_getvar u1 d'), '12');
  rig.clock.advance(2000);
  t.is(header(rig.last('CHANNEL_HANGUP_COMPLETE'), 'Hangup-Cause'), 'NORMAL_CLEARING');
  t.deepEqual(rig.sim.stats().invites, { '07011112222': 1 });
});

test('an account rings only while its phone is registered', (t) => {
  const rig = createRig();
  const phone = rig.sim.phone({ number: '1001', registered: false });
  const dial = (): string => {
    rig.send('bgapi originate user/1001@example.org &park()');
    rig.clock.advance(100);
    return header(rig.last('BACKGROUND_JOB'), '_body');
  };
  t.is(dial(), '-ERR USER_NOT_REGISTERED\n');
  t.deepEqual(rig.sim.stats().invites, {});
  phone.register();
  t.true(dial().startsWith('+OK '));
});

test('the dead man speaks and hangs up when nobody takes the call', (t) => {
  const rig = createRig({ dialplan: createDialplan() });
  const call = rig.sim.phone({ number: '07012345678' }).call('15880000');
  rig.clock.advance(3900);
  t.is(call.state(), 'calling');
  rig.clock.advance(200);
  t.is(call.state(), 'answered');
  t.is(call.hearsNow()?.kind, 'tone');
  rig.clock.advance(3000);
  t.deepEqual(call.ending(), { cause: 'NORMAL_TEMPORARY_FAILURE', by: 'switch' });
});

test('keys pressed during a bridge reach the other party', (t) => {
  const rig = createRig();
  const call = rig.answered();
  const phone = rig.sim.phone({ number: '1001' });
  rig.send('bgapi originate {origination_uuid=u2}user/1001@x &park()');
  rig.clock.advance(100);
  rig.send(`api uuid_bridge ${call.uuid} u2`);
  rig.clock.advance(100);
  t.is(call.hearsNow()?.kind, 'bridge');
  void call.press('5');
  rig.clock.advance(60);
  t.is(phone.received[0]?.digits(), '5');
});

test('without park_after_bridge the other leg is hung up when a bridge ends', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.sim.phone({ number: '1001' });
  rig.send('bgapi originate {origination_uuid=u3}user/1001@x &park()');
  rig.clock.advance(100);
  rig.send(`api uuid_bridge ${call.uuid} u3`);
  rig.clock.advance(100);
  rig.send('api uuid_kill u3');
  rig.clock.advance(60);
  t.is(call.state(), 'ended');
  t.is(rig.sim.channels().length, 0);
});

test('a leg that dies on its way into a bridge leaves nobody hanging', (t) => {
  for (const ms of [0, 5, 20, 25, 40]) {
    const rig = createRig();
    const call = rig.answered();
    rig.sim.phone({ number: '1001' });
    rig.send('bgapi originate {origination_uuid=u4,park_after_bridge=true}user/1001@x &park()');
    rig.clock.advance(100);
    rig.send(`api uuid_bridge ${call.uuid} u4`);
    rig.clock.advance(ms);
    call.hangUp();
    rig.clock.advance(200);
    t.is(rig.names('u4').at(-1), 'CHANNEL_PARK', `after ${ms} ms`);
    t.is(call.state(), 'ended');
  }
});

test('a leg that is sent elsewhere on its way into a bridge leaves nobody hanging', (t) => {
  for (const ms of [0, 5, 20, 25, 40]) {
    const rig = createRig();
    const call = rig.answered();
    rig.sim.phone({ number: '1001' });
    rig.send('bgapi originate {origination_uuid=u5,park_after_bridge=true}user/1001@x &park()');
    rig.clock.advance(100);
    rig.send(`api uuid_setvar ${call.uuid} park_after_bridge true`);
    rig.send(`api uuid_bridge ${call.uuid} u5`);
    rig.clock.advance(ms);
    rig.send('api uuid_transfer u5 park inline');
    rig.clock.advance(200);
    t.is(rig.names('u5').at(-1), 'CHANNEL_PARK', `after ${ms} ms`);
    t.is(rig.names(call.uuid).at(-1), 'CHANNEL_PARK', `after ${ms} ms`);
  }
});

test('an api call inside an argument is counted and refused', (t) => {
  const rig = createRig();
  const call = rig.answered();
  const injected = ['$', '{system(id)}'].join('');
  rig.execute(call.uuid, 'set', `x=${injected}`, { id: 's' });
  rig.clock.advance(40);
  t.is(rig.send(`api uuid_getvar ${call.uuid} x`), '<API Execute Permission Denied>');
  t.true(rig.sim.stats().apiExpansions > 0);
});

test('200 parked calls hold no timer: only the heartbeat is left', (t) => {
  const rig = createRig();
  const phone = rig.sim.phone({ number: '07012345678' });
  for (let n = 0; n < 200; n++) phone.call('15880000');
  rig.clock.advance(100);
  t.is(rig.sim.stats().channels, 200);
  t.true(rig.clock.nextTimer() - rig.clock.now() > 19_000);
});

test('a message ends with the silence after it; a key or the limit would end it too', (t) => {
  const rig = createRig();
  const call = rig.answered();
  call.speak(2500);
  rig.execute(call.uuid, 'record', '/r/message.wav 30 200 2', { id: 'r' });
  rig.clock.advance(4400);
  t.is(rig.last('RECORD_STOP'), undefined);
  rig.clock.advance(100);
  t.is(Number(header(rig.last('RECORD_STOP'), 'variable_record_ms')) >= 4400, true);
});

test('a message that cannot be written ends the call', (t) => {
  const rig = createRig({ files: { durationMs: () => undefined, write: () => 0 } });
  const call = rig.answered();
  rig.execute(call.uuid, 'record', '/no/such/folder.wav 30', { id: 'r' });
  rig.clock.advance(60);
  t.deepEqual(call.ending(), { cause: 'DESTINATION_OUT_OF_ORDER', by: 'switch' });
});

test('loops: -1 plays again until uuid_break, and never spins on a missing file', (t) => {
  const rig = createRig();
  const call = rig.answered();
  const message = (file: string): string =>
    `sendmsg ${call.uuid}\ncall-command: execute\nexecute-app-name: playback\nloops: -1\nexecute-app-arg: ${file}\n\n`;
  rig.send(message('/p/menu.wav'));
  rig.clock.advance(7000);
  t.is(call.heard.length, 3);
  rig.send(`api uuid_break ${call.uuid}`);
  rig.clock.advance(4000);
  t.is(call.heard.length, 3);
  rig.send(message('/p/none.wav'));
  rig.clock.advance(100);
  t.is(rig.names(call.uuid).filter((name) => name === 'CHANNEL_EXECUTE_COMPLETE').length, 5);
});

test('a flushed registration cannot be dialled any more', (t) => {
  const rig = createRig();
  rig.sim.phone({ number: '1001' });
  t.is(rig.send('api sofia_contact internal/1001'), 'sofia/internal/sip:1001@127.0.0.1:5060');
  rig.send('api sofia profile internal flush_inbound_reg 1001@example.org');
  t.is(rig.send('api sofia_contact internal/1001'), 'error/user_not_registered');
});
