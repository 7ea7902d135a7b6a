import type { Microphone } from './microphone.ts';
import { createVoiceSender, type VoiceSender } from './voice-sender.ts';

export type MicState = 'off' | 'asking' | 'on' | 'refused';

/** The microphone and what becomes of its sound. */
export type Speaking = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Sends what was said up to now. */
  flush(): Promise<void>;
};

export function createSpeaking(parts: {
  readonly microphone: Microphone;
  readonly serverNow: () => number;
  readonly send: (wav: Blob, at: number) => Promise<void>;
  readonly onState: (state: MicState) => void;
}): Speaking {
  const { microphone, serverNow, send, onState } = parts;
  let voice: VoiceSender | undefined;
  return {
    async start() {
      onState('asking');
      try {
        await microphone.start((block, rate) => {
          voice ??= createVoiceSender({ rate, serverNow, send });
          voice.take(block);
        });
        onState('on');
      } catch {
        onState('refused');
      }
    },
    async stop() {
      microphone.stop();
      const last = voice;
      voice = undefined;
      onState('off');
      await last?.flush();
    },
    flush: async () => await voice?.flush(),
  };
}
