import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import { until } from '../../support/until.ts';
import type { ContractCase } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

/** Fillers, music, repetition: what is heard until something else is, and what ends it. */
export const interruptionCases: readonly ContractCase[] = [
  {
    rule: 'a list of files is one playback: 250 ms of lead, the files in turn, a missing one passed over',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const list = 'file_string://silence_stream://200!/no/such/file.wav!silence_stream://100';
      await client.execute(call.uuid, 'playback', { data: list, id: 'fs1', lock: true });
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'fs1');
      expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      expect.equal(header(done, 'variable_playback_ms'), '550');
      const nothing = 'file_string:///no/such/file.wav!/nor/this.wav';
      await client.execute(call.uuid, 'playback', { data: nothing, id: 'fs2', lock: true });
      const missing = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'fs2');
      expect.equal(header(missing, 'Application-Response'), 'FILE NOT FOUND');
      expect.equal(client.namesOf(call.uuid).filter((name) => name === 'PLAYBACK_START').length, 1);
      await finish(client, call);
    },
  },
  {
    rule: 'loops -1: played again until uuid_break all; what is sent with the break is heard from its beginning',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://600', id: 'loop', loops: -1 });
      let starts = 0;
      await client.event((e) => {
        if (header(e, 'Event-Name') === 'PLAYBACK_START') starts += 1;
        return starts === 2;
      });
      const prompt = { data: 'silence_stream://300', id: 'next', lock: true };
      const [reply] = await Promise.all([
        client.send(`api uuid_break ${call.uuid} all`),
        client.execute(call.uuid, 'playback', prompt),
      ]);
      expect.equal(reply, '+OK\n');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'next');
      expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      expect.equal(header(done, 'variable_playback_ms'), '300');
      const loops = client.events.filter(
        (e) =>
          header(e, 'Application-UUID') === 'loop' && header(e, 'Event-Name') === 'CHANNEL_EXECUTE_COMPLETE',
      );
      expect.equal(loops.length, 2);
      await finish(client, call);
      expect.equal(client.namesOf(call.uuid).filter((name) => name === 'PLAYBACK_START').length, 3);
    },
  },
  {
    rule: 'a list with loops -1 begins again after its last piece, until uuid_break; a list of missing files does not',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const tone = 'tone_stream://%(100,100,440,480);loops=2';
      const list = `file_string://${tone}!silence_stream://200`;
      await client.execute(call.uuid, 'playback', { data: list, id: 'list', loops: -1 });
      const begun = (): number =>
        client.events.filter(
          (e) => header(e, 'Event-Name') === 'CHANNEL_EXECUTE' && header(e, 'Application-UUID') === 'list',
        ).length;
      await until(() => begun() >= 3 || undefined, 'the list has begun three times');
      await client.send(`api uuid_break ${call.uuid} all`);
      await client.event(
        (e) =>
          header(e, 'Event-Name') === 'PLAYBACK_STOP' &&
          header(e, 'Unique-ID') === call.uuid &&
          header(e, 'Playback-Status') === 'break',
      );
      const times = begun();
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://800', id: 'after', lock: true });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'after');
      expect.equal(begun(), times, 'it did not begin again');
      const none = `file_string://${sut.promptsDir}/ko/none/a.wav!${sut.promptsDir}/ko/none/b.wav`;
      await client.execute(call.uuid, 'playback', { data: none, id: 'none', loops: -1 });
      const over = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'none');
      expect.equal(header(over, 'Application-Response'), 'FILE NOT FOUND');
      await finish(client, call);
    },
  },
  {
    rule: 'a tone of one’s own is played as often as its numbers say',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const data = 'tone_stream://%(300,200,440,480);loops=3';
      await client.execute(call.uuid, 'playback', { data, id: 'tones', lock: true });
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'tones');
      const begun = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE', 'tones');
      const ms =
        (Number(header(done, 'Event-Date-Timestamp')) - Number(header(begun, 'Event-Date-Timestamp'))) /
        1_000;
      // By the switch's own clock; the last silence is part of it.
      expect.ok(ms > 1_400, `it lasted ${ms} ms`);
      expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      await finish(client, call);
    },
  },
  {
    rule: 'a repetition that took less than half a second is not begun again',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://100', id: 'short', loops: -1 });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'short');
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://40', id: 'after', lock: true });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'after');
      expect.equal(client.namesOf(call.uuid).filter((name) => name === 'PLAYBACK_START').length, 2);
      await finish(client, call);
    },
  },
  {
    rule: 'an announcement over endless music is heard, then the music comes back; a break ends the music only',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://-1', id: 'music', loops: -1 });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://100', id: 'say', lock: true });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'say');
      expect.ok(!client.events.some((e) => header(e, 'Application-UUID') === 'music' && over(e)));
      await client.send(`api uuid_break ${call.uuid} all`);
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'music');
      expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      await finish(client, call);
    },
  },
  {
    rule: 'a key during a playback: with terminators none it is used up, with # it ends the playback',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://400', id: 'k1', lock: true });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.press('5#');
      const whole = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k1');
      expect.equal(header(whole, 'variable_playback_ms'), '400');
      expect.equal(client.namesOf(call.uuid).filter((name) => name === 'DTMF').length, 2);
      await client.send(`api uuid_setvar_multi ${call.uuid} playback_terminators=#`);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://60000', id: 'k2', lock: true });
      await client.event(
        (e) =>
          header(e, 'Event-Name') === 'PLAYBACK_START' && header(e, 'Playback-File-Path').endsWith('60000'),
      );
      await call.press('5#');
      const cut = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k2');
      expect.equal(header(cut, 'variable_playback_terminator_used'), '#');
      expect.equal(header(cut, 'Application-Response'), 'FILE PLAYED');
      await finish(client, call);
    },
  },
  {
    rule: 'hang-up during a playback: PLAYBACK ERROR when the caller did it, FILE PLAYED when the switch did',
    run: async (expect, sut) => {
      const long = { data: 'silence_stream://60000', id: 'long', lock: true };
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', long);
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.hangUp();
      const left = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'long');
      expect.equal(header(left, 'Application-Response'), 'PLAYBACK ERROR');
      client.close();
      const { client: second, call: other } = await answeredCall(sut);
      await second.execute(other.uuid, 'playback', long);
      await second.eventOf(other.uuid, 'PLAYBACK_START');
      await second.send(`api uuid_kill ${other.uuid}`);
      const killed = await second.eventOf(other.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'long');
      expect.equal(header(killed, 'Application-Response'), 'FILE PLAYED');
      second.close();
    },
  },
  {
    rule: 'an application that the switch does not know ends the call',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'no_such_application', { data: 'x', id: 'unknown' });
      const over = await client.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'Hangup-Cause'), 'DESTINATION_OUT_OF_ORDER');
      client.close();
    },
  },
];

const over = (event: Parameters<typeof header>[0]): boolean =>
  header(event, 'Event-Name') === 'CHANNEL_EXECUTE_COMPLETE';
