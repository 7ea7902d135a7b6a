import { CallwrightError } from '../../contracts/errors.ts';
import type { SpeechProviderName } from '../../contracts/prompt/kinds.ts';

/** As the environment names it. */
export type SpeechEnvironment = {
  SPEECH_PROVIDER?: SpeechProviderName | undefined;
  POLLY_REGION?: string | undefined;
  POLLY_ENGINE?: 'standard' | 'neural' | undefined;
  POLLY_ACCESS_KEY_ID?: string | undefined;
  POLLY_SECRET_ACCESS_KEY?: string | undefined;
  POLLY_URL?: string | undefined;
};

/** What Polly is reached with. */
export type PollySetting = {
  region: string;
  engine: 'standard' | 'neural';
  /** Absent: as the AWS SDK finds them (instance role, profile). */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** Another address of the API, for tests or a gateway. */
  endpoint?: string | undefined;
  /** For one answer, ms. */
  timeoutMs?: number;
};

/** `config/invalid` says which variable is missing. */
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

const missing = (name: string, because: string): CallwrightError =>
  new CallwrightError('config/invalid', `${name} is not set, and ${because}`);
