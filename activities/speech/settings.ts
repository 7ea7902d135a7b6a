import { CallwrightError } from '../../contracts/errors.ts';
import type { SpeechProviderName } from '../../contracts/prompt/kinds.ts';
import type { SpeechProvider } from '../../contracts/prompt/speech.ts';
import { createEspeak, hasEspeak } from './espeak.ts';
import { noSpeech } from './no-speech.ts';
import { createPolly, type PollySetting } from './polly.ts';

/** As the environment names it. */
export type SpeechEnvironment = {
  SPEECH_PROVIDER?: SpeechProviderName | undefined;
  POLLY_REGION?: string | undefined;
  POLLY_ENGINE?: PollySetting['engine'] | undefined;
  POLLY_ACCESS_KEY_ID?: string | undefined;
  POLLY_SECRET_ACCESS_KEY?: string | undefined;
  POLLY_URL?: string | undefined;
};

/** What Polly is reached with. `config/invalid` says which variable is missing. */
export function pollySetting(env: SpeechEnvironment): PollySetting {
  if (env.POLLY_REGION === undefined) throw missing('POLLY_REGION', 'SPEECH_PROVIDER=polly needs it');
  const [id, secret] = [env.POLLY_ACCESS_KEY_ID, env.POLLY_SECRET_ACCESS_KEY];
  if (id === undefined && secret !== undefined)
    throw missing('POLLY_ACCESS_KEY_ID', 'POLLY_SECRET_ACCESS_KEY is set');
  if (id !== undefined && secret === undefined)
    throw missing('POLLY_SECRET_ACCESS_KEY', 'POLLY_ACCESS_KEY_ID is set');
  return {
    region: env.POLLY_REGION,
    engine: env.POLLY_ENGINE ?? 'standard',
    endpoint: env.POLLY_URL,
    credentials:
      id === undefined || secret === undefined ? undefined : { accessKeyId: id, secretAccessKey: secret },
  };
}

/** Checks what `SPEECH_PROVIDER` needs, at the start instead of at the first word. */
export function checkSpeech(env: SpeechEnvironment): void {
  if (env.SPEECH_PROVIDER === 'polly') pollySetting(env);
}

/** The provider that is set; none set: eSpeak where it is installed. */
export function openSpeech(env: SpeechEnvironment): SpeechProvider {
  switch (env.SPEECH_PROVIDER) {
    case 'polly':
      return createPolly(pollySetting(env));
    case 'espeak':
      return createEspeak();
    case 'none':
      return noSpeech;
    case undefined:
      return hasEspeak() ? createEspeak() : noSpeech;
  }
}

const missing = (name: string, because: string): CallwrightError =>
  new CallwrightError('config/invalid', `${name} is not set, and ${because}`);
