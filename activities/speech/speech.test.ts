import { createServer } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import test, { type ExecutionContext } from 'ava';
import { createEspeak, hasEspeak } from './espeak.ts';
import { openSpeech } from './open-speech.ts';
import { createPolly } from './polly.ts';
import { pollySetting } from './speech-setting.ts';

type Answer = { status: number; type?: string; body: Buffer | string; error?: string; delayMs?: number };

/** Answers as Polly documents it, by HTTP/2 as its SDK asks: POST /v1/speech, the sound as the body; errors by header and JSON. */
async function fakePolly(t: ExecutionContext, answers: Answer[]) {
  const asked: Record<string, unknown>[] = [];
  const paths: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(JSON.parse((await buffer(request)).toString()) as Record<string, unknown>);
    paths.push(`${request.method} ${request.url}`);
    const answer = answers.shift();
    if (answer === undefined) return;
    response.statusCode = answer.status;
    response.setHeader('Content-Type', answer.type ?? 'application/json');
    if (answer.error !== undefined) response.setHeader('x-amzn-ErrorType', answer.error);
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session));
  t.teardown(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const polly = createPolly({
    region: 'ap-northeast-2',
    engine: 'standard',
    credentials: { accessKeyId: 'an-id', secretAccessKey: 'a-secret' },
    endpoint: `http://127.0.0.1:${port}`,
    timeoutMs: 700,
  });
  return { polly, asked, paths };
}

const order = { text: '<speak>안녕하세요</speak>', language: 'ko', voice: 'Seoyeon' } as const;
const sound: Answer = { status: 200, type: 'audio/pcm', body: Buffer.alloc(3_200, 7) };
const error = (status: number, name: string): Answer => ({
  status,
  error: name,
  body: JSON.stringify({ __type: name, message: 'no' }),
});

test('Polly is asked for 16 kHz PCM of the words as they stand', async (t) => {
  const { polly, asked, paths } = await fakePolly(t, [sound]);
  const speech = await polly.speak(order);
  t.true(speech.ok && speech.rate === 16_000 && speech.pcm.length === 3_200);
  t.deepEqual(paths, ['POST /v1/speech']);
  t.like(asked[0], {
    Engine: 'standard',
    LanguageCode: 'ko-KR',
    OutputFormat: 'pcm',
    SampleRate: '16000',
    Text: order.text,
    TextType: 'text',
    VoiceId: 'Seoyeon',
  });
});

const FAILURES: [string, Answer[], string][] = [
  ['throttling', [error(400, 'ThrottlingException'), error(400, 'ThrottlingException')], 'throttled'],
  [
    'a failure of its own',
    [error(500, 'ServiceFailureException'), error(500, 'ServiceFailureException')],
    'unavailable',
  ],
  ['keys that it does not know', [error(403, 'UnrecognizedClientException')], 'refused'],
  ['a text that is too long', [error(400, 'TextLengthExceededException')], 'refused'],
  ['no answer', [], 'unavailable'],
  ['silence', [{ ...sound, body: '' }], 'nothing-to-say'],
];
for (const [name, answers, problem] of FAILURES) {
  test(`Polly: ${name} is ${problem}`, async (t) => {
    const { polly } = await fakePolly(t, answers);
    t.deepEqual(await polly.speak(order), { ok: false, problem } as never);
  });
}

test('a failure that passes is tried once more', async (t) => {
  const { polly, asked } = await fakePolly(t, [error(500, 'ServiceFailureException'), sound]);
  t.true((await polly.speak(order)).ok);
  t.is(asked.length, 2);
});

test('a voice of another language is none', async (t) => {
  const { polly, asked } = await fakePolly(t, []);
  t.like(await polly.speak({ ...order, voice: 'Joanna' }), { problem: 'no-such-voice' });
  t.like(await createEspeak().speak({ ...order, voice: '--version' }), { problem: 'no-such-voice' });
  t.is(asked.length, 0);
});

test('eSpeak speaks Korean and English; nothing in the words is obeyed', async (t) => {
  if (!hasEspeak()) {
    t.log('skipped: espeak-ng is not installed');
    t.pass();
    return;
  }
  const espeak = createEspeak();
  const length = async (text: string, language: 'ko' | 'en'): Promise<number> => {
    const speech = await espeak.speak({ text, language, voice: language === 'ko' ? 'ko' : 'en-us' });
    return speech.ok ? speech.pcm.length / 2 / speech.rate : 0;
  };
  t.true((await length('안녕하세요. 대표번호입니다.', 'ko')) > 1);
  const said = await length('hello', 'en');
  t.true(said > 0.2 && said < 2);
  t.true((await length('-w /tmp/never.wav --voices', 'en')) > 1, 'an option is words');
  t.true((await length("[[h@l'oU]] [[h@l'oU]]", 'en')) > said * 2, 'phonemes are letters');
});

test('a program that is not there, or does not end, is unavailable', async (t) => {
  t.false(hasEspeak('no-such-program-here'));
  const gone = createEspeak({ program: 'no-such-program-here' });
  t.like(await gone.speak({ text: 'x', language: 'ko', voice: 'ko' }), { problem: 'unavailable' });
  const stopped = AbortSignal.abort();
  const ko = { text: 'x', language: 'ko', voice: 'ko' } as const;
  if (hasEspeak()) {
    t.false((await createEspeak({ timeoutMs: 1 }).speak({ ...ko, text: '가'.repeat(2_000) }, stopped)).ok);
  }
});

test('what is set decides; half of what Polly needs is refused', async (t) => {
  t.is(openSpeech({ SPEECH_PROVIDER: 'none' }).name, 'none');
  t.deepEqual(await openSpeech({ SPEECH_PROVIDER: 'none' }).speak(order), { ok: false, problem: 'no-voice' });
  t.is(openSpeech({}).name, hasEspeak() ? 'espeak' : 'none');
  const polly = openSpeech({
    SPEECH_PROVIDER: 'polly',
    POLLY_REGION: 'ap-northeast-2',
    POLLY_ENGINE: 'neural',
  });
  t.deepEqual([polly.name, polly.voices.length], ['polly', 4]);
  t.throws(() => pollySetting({}), { message: /^POLLY_REGION is not set/ });
  t.throws(() => pollySetting({ POLLY_REGION: 'x', POLLY_ACCESS_KEY_ID: 'i' }), { message: /^POLLY_SECRET/ });
  t.throws(() => pollySetting({ POLLY_REGION: 'x', POLLY_SECRET_ACCESS_KEY: 's' }), {
    message: /^POLLY_ACCESS/,
  });
});
