import test from 'ava';
import { wavDurationMs, wavHeader } from './media-files.ts';
import { soundsOf } from './sounds.ts';

const length = (path: string): number | undefined => ({ '/a.wav': 100, '/b.wav': 250 })[path];

test('silence and tones have the length that they name, -1 is endless', (t) => {
  t.is(soundsOf('silence_stream://1500', length)[0]?.ms, 1500);
  t.is(soundsOf('silence_stream://-1', length)[0]?.ms, Number.POSITIVE_INFINITY);
  t.is(soundsOf('tone_stream://%(500,250,480);loops=2', length)[0]?.ms, 1500);
});

test('a file string plays its files in turn after 250 ms and skips the missing ones; nothing left is FILE NOT FOUND', (t) => {
  const ms = (path: string): number[] => soundsOf(path, length).map((s) => s.ms);
  t.deepEqual(ms('file_string:///a.wav!/none.wav!/b.wav'), [350, 250]);
  t.deepEqual(ms('file_string:///none.wav!/b.wav'), [250]);
  t.deepEqual(ms('file_string:///none.wav!/none.wav'), []);
  t.deepEqual(soundsOf('/none.wav', length), []);
});

test('the length of a wav file comes from its header, or from its size when the header does not know', (t) => {
  const data = 16_000;
  t.is(wavDurationMs(wavHeader(data, 1), 44 + data), 1000);
  t.is(wavDurationMs(wavHeader(data, 2), 44 + data), 500);
  const streamed = wavHeader(data, 1);
  streamed.writeUInt32LE(0xffffffff, 40);
  t.is(wavDurationMs(streamed, 44 + data), 1000);
  t.is(wavDurationMs(Buffer.from('not a wav file'), 14), undefined);
});
