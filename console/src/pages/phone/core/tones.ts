import type { Beep, Key } from './tone-spec.ts';
import { dtmfOf } from './tone-spec.ts';

/** Sounds that the browser makes itself. */
export type Tones = {
  key(key: Key): void;
  /** Sounds until stopped, by name: one `bell` at a time. Another `what` of the same name replaces it. */
  begin(name: string, beeps: readonly Beep[], forever: boolean): void;
  end(name: string): void;
  /** A browser makes no sound before its user has touched the page: call it when he does. */
  wake(): AudioContext;
};

const KEY_MS = 120;
const LOUDNESS = 0.12;

/** Creates the tones of this page; the audio context is made when it is first needed. */
export function createTones(): Tones {
  let context: AudioContext | undefined;
  const running = new Map<string, () => void>();
  const wake = (): AudioContext => {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume().catch(() => undefined);
    return context;
  };
  const sound = (hertz: readonly number[], ms: number): (() => void) => {
    const at = wake();
    const gain = at.createGain();
    gain.gain.value = LOUDNESS;
    gain.connect(at.destination);
    const voices = hertz.map((frequency) => {
      const voice = new OscillatorNode(at, { frequency });
      voice.connect(gain);
      voice.start();
      voice.stop(at.currentTime + ms / 1_000);
      return voice;
    });
    return () => {
      for (const voice of voices) voice.stop();
      gain.disconnect();
    };
  };
  const end = (name: string): void => {
    running.get(name)?.();
    running.delete(name);
  };
  return {
    wake,
    end,
    key: (key) => void sound(dtmfOf(key), KEY_MS),
    begin(name, beeps, forever) {
      end(name);
      let silence = (): void => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      const next = (index: number): void => {
        const beep = beeps[index % beeps.length];
        if (beep === undefined || (!forever && index >= beeps.length)) return;
        silence = sound(beep.hertz, beep.onMs);
        timer = setTimeout(() => next(index + 1), beep.onMs + beep.offMs);
      };
      running.set(name, () => {
        clearTimeout(timer);
        silence();
      });
      next(0);
    },
  };
}
