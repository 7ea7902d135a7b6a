import type { Clock } from '../clock/clock.ts';

/** One thing that a party hears. Times in ms since the epoch. */
export type HeardSound = {
  readonly kind: 'file' | 'silence' | 'tone' | 'bridge';
  /** Path or stream; for a bridge the other channel's uuid. */
  readonly source: string;
  readonly startedAt: number;
  stoppedAt?: number;
  /** True when it was heard to its end. */
  completed: boolean;
  /** When something else was laid over it, and when it came back (12-: nesting without event-lock). */
  readonly interruptedAt: number[];
  readonly resumedAt: number[];
};

/** The list of what was heard, with what is heard right now on top. */
export type HeardLog = {
  readonly sounds: readonly HeardSound[];
  readonly begin: (kind: HeardSound['kind'], source: string) => (completed: boolean) => void;
  readonly now: () => HeardSound | undefined;
};

/** Starts an empty log; `changed` is called after every beginning and end. */
export function createHeardLog(clock: Clock, changed: (sound: HeardSound) => void): HeardLog {
  const sounds: HeardSound[] = [];
  const stack: HeardSound[] = [];
  return {
    sounds,
    now: () => stack.at(-1),
    begin: (kind, source) => {
      const at = clock.now();
      stack.at(-1)?.interruptedAt.push(at);
      const sound: HeardSound = {
        kind,
        source,
        startedAt: at,
        completed: false,
        interruptedAt: [],
        resumedAt: [],
      };
      sounds.push(sound);
      stack.push(sound);
      changed(sound);
      return (completed) => {
        if (sound.stoppedAt !== undefined) return;
        const wasOnTop = stack.at(-1) === sound;
        stack.splice(stack.indexOf(sound), 1);
        sound.stoppedAt = clock.now();
        sound.completed = completed;
        if (wasOnTop) stack.at(-1)?.resumedAt.push(clock.now());
        changed(sound);
      };
    },
  };
}
