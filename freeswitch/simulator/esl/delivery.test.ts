import test from 'ava';
import { createRig } from '../testing/rig.ts';

test('an idle client gets an event at the next poll, up to 20 ms late', (t) => {
  const rig = createRig({ eventPollMs: 20 });
  rig.clock.advance(5);
  rig.sim.phone({ number: '07012345678' }).call('15880000');
  rig.clock.advance(5);
  t.is(rig.events().length, 0);
  rig.clock.advance(20);
  t.true(rig.events().length > 0);
});

test('a client that writes gets everything at once, behind its reply: the metronome', (t) => {
  const rig = createRig({ eventPollMs: 20 });
  rig.clock.advance(5);
  rig.sim.phone({ number: '07012345678' }).call('15880000');
  rig.clock.advance(1);
  const before = rig.frames.length;
  rig.send('nolog');
  t.is(rig.frames[before]?.contentType, 'command/reply');
  t.is(rig.frames[before + 1]?.event?.['Event-Name'], 'CHANNEL_STATE');
});

test('api originate blocks its connection, events too, until the far end has answered', (t) => {
  const rig = createRig();
  rig.sim.phone({ number: '0212345678', behaviour: { kind: 'answer', afterMs: 500 } });
  const before = rig.frames.length;
  rig.send('api originate {origination_uuid=u1}sofia/gateway/trunk/0212345678 &park()');
  rig.send('api version');
  rig.clock.advance(400);
  t.is(rig.frames.length, before);
  rig.clock.advance(200);
  const texts = rig.frames.slice(before).flatMap((frame) => (frame.event ? [] : [frame.text]));
  t.deepEqual(texts.slice(0, 2), ['+OK u1\n', 'FreeSWITCH Version 1.10.12-release~64bit ( 64bit)\n']);
});
