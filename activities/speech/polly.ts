import {
  PollyClient,
  type PollyClientConfig,
  SynthesizeSpeechCommand,
  type VoiceId,
} from '@aws-sdk/client-polly';
import type { SpeechProblem } from '../../contracts/prompt/kinds.ts';
import type { Speech, SpeechOrder, SpeechProvider, Voice } from '../../contracts/prompt/speech.ts';
import type { PollySetting } from './speech-setting.ts';

/** Polly's table of voices: which ones speak Korean and American English, by engine. */
const VOICES: Readonly<Record<PollySetting['engine'], readonly Voice[]>> = {
  standard: [
    { id: 'Seoyeon', name: '서연', language: 'ko' },
    { id: 'Joanna', name: 'Joanna', language: 'en' },
    { id: 'Matthew', name: 'Matthew', language: 'en' },
  ],
  neural: [
    { id: 'Seoyeon', name: '서연', language: 'ko' },
    { id: 'Jihye', name: '지혜', language: 'ko' },
    { id: 'Joanna', name: 'Joanna', language: 'en' },
    { id: 'Matthew', name: 'Matthew', language: 'en' },
  ],
};
const CODES = { ko: 'ko-KR', en: 'en-US' } as const;
/** PCM comes at 8 or 16 kHz (SynthesizeSpeech, SampleRate). */
const RATE = 16_000;
const TIMEOUT_MS = 15_000;
/** Bytes of the longest prompt. */
const MOST = 600 * RATE * 2;

/** AWS Polly. */
export function createPolly({
  region,
  engine,
  credentials,
  endpoint,
  timeoutMs = TIMEOUT_MS,
}: PollySetting): SpeechProvider {
  const config: PollyClientConfig = {
    region,
    maxAttempts: 2,
    requestHandler: { requestTimeout: timeoutMs },
    ...(credentials === undefined ? {} : { credentials }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  const client = new PollyClient(config);
  const voices = VOICES[engine];
  return {
    name: 'polly',
    identity: `polly/${engine}`,
    voices,
    async speak(order, signal) {
      const voice = voices.find(({ id, language }) => id === order.voice && language === order.language);
      if (voice === undefined) return { ok: false, problem: 'no-such-voice' };
      const limit = AbortSignal.timeout(timeoutMs * 3);
      const abortSignal = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      try {
        const answer = await client.send(commandOf(order, engine), { abortSignal });
        const pcm = await answer.AudioStream?.transformToByteArray();
        return heard(pcm);
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
  };
}

/** `TextType: text`: what looks like SSML is read out, not obeyed. */
const commandOf = (
  { text, language, voice }: SpeechOrder,
  engine: PollySetting['engine'],
): SynthesizeSpeechCommand =>
  new SynthesizeSpeechCommand({
    Engine: engine,
    LanguageCode: CODES[language],
    OutputFormat: 'pcm',
    SampleRate: String(RATE),
    Text: text,
    TextType: 'text',
    VoiceId: voice as VoiceId,
  });

function heard(pcm: Uint8Array | undefined): Speech {
  if (pcm === undefined || pcm.length < 2) return { ok: false, problem: 'nothing-to-say' };
  if (pcm.length > MOST) return { ok: false, problem: 'refused' };
  return { ok: true, pcm, rate: RATE };
}

/** By the error's name, as Polly documents them; what is no answer at all passes by itself. */
function problemOf(error: unknown): SpeechProblem {
  const name = error instanceof Error ? error.name : '';
  if (/^(Throttl|TooManyRequests|LimitExceeded)/.test(name)) return 'throttled';
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500 ? 'refused' : 'unavailable';
}
