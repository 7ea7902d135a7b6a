import type { SpeechProvider } from '../../contracts/prompt/speech.ts';

/** No voice is configured: whoever asks is told so, and what to do. */
export const noSpeech: SpeechProvider = {
  name: 'none',
  identity: 'none',
  voices: [],
  speak: async () => ({ ok: false, problem: 'no-voice' }),
};
