import type { SpeechProvider } from '../../contracts/prompt/speech.ts';
import { createEspeak, hasEspeak } from './espeak.ts';
import { noSpeech } from './no-speech.ts';
import { createPolly } from './polly.ts';
import { pollySetting, type SpeechEnvironment } from './speech-setting.ts';

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
