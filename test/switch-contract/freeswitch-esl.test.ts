import test from 'ava';
import { Connection, type Event } from 'freeswitch-esl';
import { createDialplan, createSimulator } from '../../freeswitch/simulator/index.ts';

const password = 'a-contract-password-of-length';

test('the npm client freeswitch-esl, which we did not write, drives a call through the simulator', async (t) => {
  const sim = createSimulator({ password, dialplan: createDialplan({ deadManSeconds: 0 }) });
  const { esl } = await sim.start();
  t.teardown(sim.stop);
  const connection = new Connection();
  await new Promise<void>((resolve) => {
    connection.initializeInbound({ host: '127.0.0.1', port: esl, password, callback: () => resolve() });
  });
  const events = ['CHANNEL_PARK', 'CHANNEL_EXECUTE_COMPLETE', 'CHANNEL_HANGUP_COMPLETE', 'BACKGROUND_JOB'];
  await new Promise<void>((resolve) => connection.subscribe(events, () => resolve()));

  const next = (name: string): Promise<Event> =>
    new Promise((resolve) => connection.once(`esl::event::${name}::**`, resolve));
  const execute = (app: string, data: string, uuid: string): Promise<Event> =>
    new Promise((resolve) => connection.execute(app, data, uuid, resolve));

  const version = await new Promise<Event>((resolve) => connection.api('version', '', resolve));
  t.true(version.getBody().startsWith('FreeSWITCH Version 1.10.12'));

  const parked = next('CHANNEL_PARK');
  const call = sim.phone({ number: '07012345678' }).call('15880000');
  t.is((await parked).getHeader('Unique-ID'), call.uuid);
  t.is((await execute('answer', '', call.uuid)).getHeader('Application'), 'answer');
  t.is(call.state(), 'answered');
  const played = await execute('playback', 'silence_stream://100', call.uuid);
  t.is(played.getHeader('Application-Response'), 'FILE PLAYED');
  const over = next('CHANNEL_HANGUP_COMPLETE');
  await execute('hangup', 'NORMAL_CLEARING', call.uuid);
  t.is((await over).getHeader('variable_hangup_cause'), 'NORMAL_CLEARING');
  t.is(call.state(), 'ended');
  const ended = new Promise<void>((resolve) => connection.on('esl::end', () => resolve()));
  connection.disconnect();
  await ended;
});
