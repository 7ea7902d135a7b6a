import test from 'ava';
import type { Prompt } from '../../contracts/call/prompt.ts';
import { CallId, DialDigits } from '../../contracts/ids.ts';
import { callRecording } from './call-recording.ts';
import { DEFAULT_GATEWAYS } from './gateway-table.ts';
import { originateLeg } from './originate.ts';
import { audioOf, endlessAudioOf } from './prompt-audio.ts';
import { readDialString } from './testing/dial-string-oracle.ts';

const call = CallId.parse('6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
const file = { kind: 'file', path: 'ko/system/accept.wav' } as const;
const tones: Extract<Prompt, { kind: 'tones' }> = {
  kind: 'tones',
  tone: { hz: [440, 880], onMs: 300, offMs: 100, times: 2 },
};

test('a whole call is recorded into one file; a pause is a masked stretch', (t) => {
  const line = (action: 'start' | 'stop' | 'pause' | 'resume' | 'mask' | 'unmask'): string => {
    const command = callRecording(call, action, '/var/lib/rec');
    return command.kind === 'api' ? command.line.replace(` /var/lib/rec/${call}-full.wav`, '') : '';
  };
  for (const [action, word] of [
    ['start', 'start'],
    ['stop', 'stop'],
    ['pause', 'mask'],
    ['mask', 'mask'],
    ['resume', 'unmask'],
    ['unmask', 'unmask'],
  ] as const)
    t.is(line(action), `uuid_record ${call} ${word}`);
});

test('tones become numbers in a tone_stream, and a list of music one file_string', (t) => {
  t.is(audioOf([tones], '/p'), 'tone_stream://%(300,100,440,880);loops=2');
  t.is(endlessAudioOf([file, tones], '/p'), `file_string:///p/${file.path}!${audioOf([tones], '/p')}`);
  const wrong: Prompt = { kind: 'tones', tone: { ...tones.tone, onMs: 1e9 } };
  t.throws(() => audioOf([wrong], '/p'), { message: /a tone/ });
});

test('a leg with a key to press reads back from the dial string as it was meant', (t) => {
  const { line } = originateLeg({
    leg: call,
    parent: call,
    verb: 3,
    target: { kind: 'extension', digits: DialDigits.parse('1001') },
    ringMs: 20_000,
    callerId: { number: '15880000' },
    gateways: DEFAULT_GATEWAYS,
    accept: { prompts: [file, tones], key: '1', promptsDir: '/p', ms: 15_000 },
  });
  const { variables, legs } = readDialString(line.replace(/^originate /, ''));
  t.is(legs.length, 1);
  t.is(variables.get('group_confirm_key'), '1');
  t.is(variables.get('leg_timeout'), '20');
  t.is(variables.get('group_confirm_timeout'), '15');
  t.is(variables.get('originate_timeout'), '36');
});
