import type { Microphone } from '../../phone/core/microphone.ts';
import { recordedWav } from './recorded-wav.ts';

/** Longer is no prompt that anybody listens to, ms. */
const LONGEST_MS = 5 * 60_000;

export type RecorderState =
  | { readonly kind: 'idle' | 'asking' | 'refused' }
  | { readonly kind: 'recording'; readonly ms: number }
  | { readonly kind: 'done'; readonly wav: Blob };

export type Recorder = {
  start(): void;
  stop(): void;
  /** Forgets what was recorded. */
  reset(): void;
  /** Lets go of the microphone without a word. */
  close(): void;
};

/** A microphone and how to end what it needed. */
export type OpenMicrophone = () => { microphone: Microphone; rate: number; close(): void };

/** Records with a microphone that is open from `start` to the end only. */
export function createRecorder(open: OpenMicrophone, onState: (state: RecorderState) => void): Recorder {
  let running: (ReturnType<OpenMicrophone> & { blocks: Float32Array[]; samples: number }) | undefined;
  const close = (): typeof running => {
    const ended = running;
    running = undefined;
    ended?.microphone.stop();
    ended?.close();
    return ended;
  };
  const stop = (): void => {
    const ended = close();
    if (ended === undefined || ended.samples === 0) onState({ kind: 'idle' });
    else onState({ kind: 'done', wav: recordedWav(ended.blocks, ended.rate) });
  };
  return {
    stop,
    close: () => void close(),
    reset: () => onState({ kind: 'idle' }),
    start() {
      close();
      onState({ kind: 'asking' });
      const now = { ...open(), blocks: [] as Float32Array[], samples: 0 };
      running = now;
      const take = (block: Float32Array): void => {
        if (running !== now) return;
        now.blocks.push(block);
        now.samples += block.length;
        const ms = (now.samples * 1_000) / now.rate;
        if (ms > LONGEST_MS) stop();
        else onState({ kind: 'recording', ms });
      };
      now.microphone.start(take).then(
        () => {
          // Closed while the browser was asking: the microphone is not left open.
          if (running !== now) now.microphone.stop();
          else if (now.samples === 0) onState({ kind: 'recording', ms: 0 });
        },
        () => {
          if (running !== now) return;
          close();
          onState({ kind: 'refused' });
        },
      );
    },
  };
}
