import test from 'ava';
import { createRig, type Rig } from '../testing/rig.ts';

const level = 3000;
const words = (ms: number): Buffer =>
  Buffer.alloc(ms * 16, Buffer.from(new Int16Array([level, -level]).buffer));

function recordingRig(): { rig: Rig; files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  const write = (path: string, pcm: Buffer): number => {
    files.set(path, pcm);
    return 44 + pcm.length;
  };
  return { rig: createRig({ files: { durationMs: () => undefined, write } }), files };
}

/** [from, to] in ms of what is not silent. */
function loud(pcm: Buffer): [number, number] {
  const samples = Array.from({ length: pcm.length / 2 }, (_, index) => pcm.readInt16LE(index * 2));
  return [samples.findIndex((v) => v !== 0) / 8, (samples.findLastIndex((v) => v !== 0) + 1) / 8];
}

test('a message holds what was said, where it was said, and ends with the silence after it', (t) => {
  const { rig, files } = recordingRig();
  const call = rig.answered();
  rig.execute(call.uuid, 'record', '/r/m.wav 60 200 2', { lock: true });
  rig.clock.advance(1_000);
  call.say(words(500), 400);
  rig.clock.advance(1_000);
  t.is(files.get('/r/m.wav')?.length, 0, 'still recording: the word ended less than 2 s ago');
  call.say(Buffer.alloc(8_000), 500);
  rig.clock.advance(1_200);
  const [from, to] = loud(files.get('/r/m.wav') ?? Buffer.alloc(0));
  t.true(Math.abs(from - 600) <= 20 && Math.abs(to - 1_100) <= 20, `${from}–${to}`);
  t.is(rig.last('RECORD_STOP')?.variable_silence_hits_exhausted, 'true');
});

test('in stereo the voice is on the left, and a masked stretch is silent all the same', (t) => {
  const { rig, files } = recordingRig();
  const call = rig.answered();
  rig.send(`api uuid_setvar ${call.uuid} RECORD_STEREO true`);
  rig.send(`api uuid_record ${call.uuid} start /r/s.wav`);
  call.say(words(1_000));
  rig.clock.advance(400);
  rig.send(`api uuid_record ${call.uuid} mask /r/s.wav`);
  rig.clock.advance(200);
  rig.send(`api uuid_record ${call.uuid} unmask /r/s.wav`);
  rig.clock.advance(400);
  rig.send(`api uuid_record ${call.uuid} stop /r/s.wav`);
  const pcm = files.get('/r/s.wav') ?? Buffer.alloc(0);
  const left = (ms: number): number => Math.abs(pcm.readInt16LE(ms * 32));
  const right = (ms: number): number => Math.abs(pcm.readInt16LE(ms * 32 + 2));
  t.deepEqual([left(100), left(500), left(900)], [level, 0, level]);
  t.true(right(100) > 0 && right(100) < 100);
  t.is(right(500), 0);
});

test('a phone answered by a person can refuse; a phone taken away leaves its number to the one before', (t) => {
  const { rig } = recordingRig();
  rig.sim.phone({ number: '1001', behaviour: { kind: 'busy' } });
  const mine = rig.sim.phone({ number: '1001', behaviour: { kind: 'manual' } });
  const dial = (): void => void rig.send('bgapi originate {origination_uuid=leg}user/1001 &park()');
  dial();
  rig.clock.advance(100);
  const ringing = mine.received.at(-1);
  t.is(ringing?.state(), 'ringing');
  ringing?.reject();
  rig.clock.advance(100);
  t.is(ringing?.ending()?.cause, 'CALL_REJECTED');
  mine.remove();
  dial();
  rig.clock.advance(100);
  t.is(mine.received.length, 1);
  t.is(rig.last('CHANNEL_HANGUP_COMPLETE')?.['Hangup-Cause'], 'USER_BUSY');
});
