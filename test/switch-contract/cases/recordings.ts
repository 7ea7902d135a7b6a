import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { ContractCase } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

let files = 0;
const fileIn = (folder: string): string => {
  files += 1;
  return `${folder}/contract-${process.pid}-${files}.wav`;
};

/** `record` and `uuid_record`. */
export const recordingCases: readonly ContractCase[] = [
  {
    rule: 'record ends at a key: RECORD_STOP without a cause, record_ms, no silence',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await call.speak();
      await client.send(`api uuid_setvar_multi ${call.uuid} playback_terminators=#;record_ms`);
      const data = `${fileIn(sut.recordingsDir)} 30 200 5`;
      await client.execute(call.uuid, 'record', { data, id: 'r1', lock: true });
      await client.eventOf(call.uuid, 'RECORD_START');
      await new Promise((resolve) => setTimeout(resolve, 600));
      await call.press('1#');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'r1');
      const ms = Number(header(done, 'variable_record_ms'));
      expect.ok(ms > 100 && ms < 2_000, `record_ms ${ms}`);
      expect.equal(header(done, 'variable_silence_hits_exhausted'), 'false');
      const stop = await client.eventOf(call.uuid, 'RECORD_STOP');
      expect.equal(header(stop, 'Record-Completion-Cause'), '');
      await finish(client, call);
    },
  },
  {
    rule: 'record ends after so much silence, which is counted in record_ms',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const data = `${fileIn(sut.recordingsDir)} 30 200 1`;
      await call.speak();
      await client.execute(call.uuid, 'record', { data, id: 'r2', lock: true });
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'r2');
      expect.equal(header(done, 'variable_silence_hits_exhausted'), 'true');
      expect.ok(Number(header(done, 'variable_record_ms')) >= 900);
      await finish(client, call);
    },
  },
  {
    rule: 'a limit of n seconds ends record after n to n + 1 seconds',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const data = `${fileIn(sut.recordingsDir)} 1 200 5`;
      await client.execute(call.uuid, 'record', { data, id: 'r3', lock: true });
      const start = await client.eventOf(call.uuid, 'RECORD_START');
      const stop = await client.eventOf(call.uuid, 'RECORD_STOP');
      const stamp = (event: typeof start): number => Number(header(event, 'Event-Date-Timestamp')) / 1_000;
      const ms = stamp(stop) - stamp(start);
      expect.ok(ms >= 980 && ms <= 2_300, `${ms} ms`);
      await finish(client, call);
    },
  },
  {
    rule: 'record into a folder that is not there ends the call',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const data = `${sut.recordingsDir}/no-such-folder/x.wav 30 200 5`;
      await client.execute(call.uuid, 'record', { data, id: 'r4', lock: true });
      const over = await client.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'Hangup-Cause'), 'DESTINATION_OUT_OF_ORDER');
      client.close();
    },
  },
  {
    rule: 'uuid_record starts once for a file, masks, stops once; RECORD_STOP says success-maxtime',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const file = fileIn(sut.recordingsDir);
      const tell = (action: string): Promise<string> =>
        client.send(`api uuid_record ${call.uuid} ${action} ${file}`);
      await call.speak();
      expect.equal(await tell('start'), '+OK Success\n');
      await client.eventOf(call.uuid, 'RECORD_START');
      expect.equal(await tell('start'), '+OK Success\n');
      expect.equal(await tell('mask'), '+OK Success\n');
      expect.equal(await tell('unmask'), '+OK Success\n');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect.equal(await tell('stop'), '+OK Success\n');
      const stop = await client.eventOf(call.uuid, 'RECORD_STOP');
      expect.equal(header(stop, 'Record-Completion-Cause'), 'success-maxtime');
      expect.equal(await tell('stop'), '-ERR Cannot stop record session!\n');
      expect.equal(client.namesOf(call.uuid).filter((name) => name === 'RECORD_START').length, 1);
      expect.equal(
        await client.send(`api uuid_record ${call.uuid} start /dev/null/x.wav`),
        '-ERR Cannot record session!\n',
      );
      await finish(client, call);
    },
  },
  {
    rule: 'a hang-up ends a uuid_record between CHANNEL_HANGUP and CHANNEL_HANGUP_COMPLETE',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.send(`api uuid_record ${call.uuid} start ${fileIn(sut.recordingsDir)}`);
      await client.eventOf(call.uuid, 'RECORD_START');
      await call.hangUp();
      await client.eventOf(call.uuid, 'CHANNEL_DESTROY');
      const names = client.namesOf(call.uuid);
      expect.equal(names.slice(names.indexOf('CHANNEL_HANGUP')), [
        'CHANNEL_HANGUP',
        'CHANNEL_UNPARK',
        'CHANNEL_EXECUTE_COMPLETE',
        'RECORD_STOP',
        'CHANNEL_HANGUP_COMPLETE',
        'CHANNEL_DESTROY',
      ]);
      client.close();
    },
  },
];
