import test from 'ava';
import { createRig } from '../testing/rig.ts';

test('a masked stretch is exactly silent, the rest is not, and the length is in whole frames', (t) => {
  const written: Buffer[] = [];
  const files = {
    durationMs: (): undefined => undefined,
    write: (_path: string, pcm: Buffer): number => {
      written.push(pcm);
      return 44 + pcm.length;
    },
  };
  const rig = createRig({ files });
  const { uuid } = rig.answered();
  t.is(rig.send(`api uuid_record ${uuid} start /r/one.wav`), '+OK Success\n');
  rig.clock.advance(500);
  rig.send(`api uuid_record ${uuid} mask /r/one.wav`);
  rig.clock.advance(250);
  rig.send(`api uuid_record ${uuid} unmask /r/one.wav`);
  rig.clock.advance(260);
  rig.send(`api uuid_record ${uuid} stop /r/one.wav`);
  t.is(rig.last('RECORD_STOP')?.variable_record_ms, '1000');
  const pcm = written.at(-1) ?? Buffer.alloc(0);
  const silent = (fromMs: number, toMs: number): boolean =>
    pcm.subarray(fromMs * 16, toMs * 16).every((b) => b === 0);
  t.true(silent(500, 750));
  t.false(silent(490, 500));
  t.false(silent(750, 760));
});

test('a recording ends with its call', (t) => {
  const rig = createRig();
  const call = rig.answered();
  rig.send(`api uuid_record ${call.uuid} start /r/two.wav`);
  rig.clock.advance(100);
  call.hangUp();
  rig.clock.advance(40);
  const names = rig.names(call.uuid);
  t.true(names.indexOf('RECORD_STOP') > names.indexOf('CHANNEL_HANGUP'));
  t.true(names.indexOf('RECORD_STOP') < names.indexOf('CHANNEL_HANGUP_COMPLETE'));
  t.is(rig.send(`api uuid_record ${call.uuid} stop /r/two.wav`), '-ERR Cannot locate session!\n');
});
