import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { header } from '../../freeswitch/simulator/testing/frames.ts';
import { until } from '../support/until.ts';
import { realSwitchOf } from '../switch-contract/support/real-switch.ts';
import { tellPhone } from '../switch-contract/support/sipp-caller.ts';
import { whyNoRealSwitch } from '../switch-contract/support/switches.ts';
import { COLLEAGUE, ENGLISH, PASSED_ON, RECORDED, scenarios, TONES, WAITING } from './support/block-lines.ts';
import { startSwitchEngine, useSwitchEngine } from './support/engine.ts';
import { loudness } from './support/loudness.ts';
import { registerPhone } from './support/phones.ts';
import { callNumber, dialledLeg, hears, storyOf } from './support/story.ts';

const skipped = whyNoRealSwitch(process.env);
if (skipped !== undefined) {
  test('whole calls through single blocks: left out', (t) => {
    t.log(skipped);
    t.pass();
  });
} else {
  const nodes = process.env.FREESWITCH_NODES ?? '';
  const real = realSwitchOf(nodes, process.env.FREESWITCH_SIP ?? '');
  const engine = useSwitchEngine(test, () => startSwitchEngine(real, nodes, scenarios));
  callsThatListen(engine);
  callsThatAreRecorded(engine);
  callsThatArePassedOn(engine);
}

type GetEngine = ReturnType<typeof useSwitchEngine>;

/** The music of the line that waits. */
const LIST = /wrong-key\.wav!.*no-input\.wav$/;

/** What was played to a call, in order, without the folder. */
const played = (engine: GetEngine, uuid: string): string[] =>
  engine()
    .client.events.filter(
      (event) => header(event, 'Unique-ID') === uuid && header(event, 'Event-Name') === 'PLAYBACK_START',
    )
    .map((event) => header(event, 'Playback-File-Path'));

function callsThatListen(engine: GetEngine): void {
  test.serial('wait: music in a list repeats until the time is over, and what follows ends it', async (t) => {
    t.timeout(120_000);
    const call = await callNumber(engine(), WAITING);
    await hears(engine(), call.uuid, 'ko/main/goodbye.wav');
    const music = played(engine, call.uuid).filter((path) => LIST.test(path));
    t.true(music.length >= 2, `the list began ${music.length} times`);
    const isBroken = engine().client.events.some(
      (event) =>
        header(event, 'Unique-ID') === call.uuid &&
        header(event, 'Playback-Status') === 'break' &&
        LIST.test(header(event, 'Playback-File-Path')),
    );
    t.true(isBroken, 'it was broken off');
    const { outcome, blocks } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'success', reason: 'completed' });
    t.deepEqual(blocks, ['first', 'wait', 'bye', 'end']);
    const later = played(engine, call.uuid);
    t.is(later.filter((path) => LIST.test(path)).length, music.length, 'it did not come back');
  });

  test.serial('tones of one’s own are played as numbers', async (t) => {
    t.timeout(120_000);
    const call = await callNumber(engine(), TONES);
    await storyOf(engine(), call.uuid);
    const [list] = played(engine, call.uuid).filter((path) => path.includes('tone_stream://'));
    t.regex(list ?? '', /tone_stream:\/\/%\(300,100,440,880\);loops=2!.*goodbye\.wav$/);
    const done = await engine().client.event(
      (event) =>
        header(event, 'Unique-ID') === call.uuid &&
        header(event, 'Event-Name') === 'CHANNEL_EXECUTE_COMPLETE' &&
        header(event, 'Application-Data').includes('tone_stream://'),
    );
    t.is(header(done, 'Application-Response'), 'FILE PLAYED');
  });

  test.serial('an English scenario reads numbers and times from English pieces', async (t) => {
    t.timeout(120_000);
    const call = await callNumber(engine(), ENGLISH);
    const { outcome } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'success', reason: 'completed' });
    const lists = played(engine, call.uuid).filter((path) => path.includes('/en/'));
    t.is(lists.length, 1);
    const pieces = (lists[0] ?? '').replace('file_string://', '').split('!');
    t.true(pieces.length >= 4, lists[0]);
    t.true(pieces.every((piece) => piece.includes('/en/') || piece.startsWith('silence_stream')));
    // A piece that is not there would be passed over by the switch without a word.
    if (existsSync(pieces[0] ?? ''))
      t.deepEqual(
        pieces.filter((piece) => piece.startsWith('/') && !existsSync(piece)),
        [],
      );
  });
}

function callsThatAreRecorded(engine: GetEngine): void {
  test.serial('recording: both sides from start to stop, silent in the masked stretch', async (t) => {
    t.timeout(120_000);
    const call = await callNumber(engine(), RECORDED);
    await engine().client.eventOf(call.uuid, 'RECORD_START');
    const { blocks } = await storyOf(engine(), call.uuid);
    t.deepEqual(blocks, ['first', 'start', 'a', 'mask', 'b', 'unmask', 'c', 'stop', 'd', 'end']);
    const stop = await engine().client.eventOf(call.uuid, 'RECORD_STOP');
    const path = header(stop, 'Record-File-Path');
    t.is(path, `${engine().recordingsDir}/${call.uuid}-full.wav`);
    if (!existsSync(path)) return;
    const parts = loudness(readFileSync(path));
    const first = parts.indexOf(0);
    const longest = Math.max(
      ...parts
        .join(',')
        .split(/[1-9][0-9]*/)
        .map((run) => run.split('0').length - 1),
    );
    t.true(Math.max(...parts.slice(0, first)) > 500, 'the first prompt is heard');
    t.true(longest >= 15, `${longest * 100} ms of exact silence`);
    t.true(Math.max(...parts.slice(-10)) > 500, 'the third prompt is heard');
    // Three prompts and the time of the engine between them; the fourth one came after the stop.
    t.true(parts.length * 100 < 10_000, `${parts.length * 100} ms`);
  });
}

function callsThatArePassedOn(engine: GetEngine): void {
  for (const accepts of [true, false]) {
    test.serial(`attended: the colleague ${accepts ? 'presses the key' : 'hangs up instead'}`, async (t) => {
      t.timeout(180_000);
      const { extension, password } = COLLEAGUE;
      await engine().makeAccount(extension, password);
      const phone = await registerPhone({ extension, password, ...engine().phones, does: 'answers' });
      t.teardown(phone.close);
      const { client } = engine();
      const call = await callNumber(engine(), PASSED_ON);
      const leg = await dialledLeg(engine(), call.uuid);
      await hears(engine(), leg, 'ko/system/accept.wav');
      t.false(client.namesOf(call.uuid).includes('CHANNEL_BRIDGE'), 'nobody is connected before the key');
      if (accepts) {
        await client.send(`api uuid_recv_dtmf ${leg} 5`);
        await hears(engine(), leg, 'ko/system/accept.wav', 2);
        await client.send(`api uuid_recv_dtmf ${leg} 1`);
        await client.eventOf(call.uuid, 'CHANNEL_BRIDGE');
        await pause(500);
      }
      await tellPhone(client, leg, 'hang up');
      const { outcome, blocks } = await storyOf(engine(), call.uuid);
      if (accepts) t.deepEqual(outcome, { result: 'success', reason: 'connected' });
      t.deepEqual(blocks, accepts ? ['first', 'pass'] : ['first', 'pass', 'sorry', 'end']);
      t.is(
        played(engine, call.uuid).some((path) => path.endsWith('ko/main/wrong-key.wav')),
        !accepts,
      );
      const settled = await until(async () => {
        const rows = await engine().database.database.knex('dial_attempts').where({ leg });
        return rows[0]?.state === 'ended' ? rows[0] : undefined;
      }, 'the leg is settled');
      t.is(settled.cause, accepts ? 'NORMAL_CLEARING' : 'DECLINED');
    });
  }
}
