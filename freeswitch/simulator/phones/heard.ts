import type { Clock } from '../clock/clock.ts';

/** One thing that a party hears. Times in ms since the epoch. */
export type HeardSound = {
  readonly kind: 'file' | 'silence' | 'tone' | 'bridge';
  /** Path or stream; for a bridge the other channel's uuid. */
  readonly source: string;
  readonly startedAt: number;
  /** Silence before it, in ms, that counts as part of it. */
  readonly leadMs?: number;
  /** Laid over another sound, which goes on below it. */
  readonly mixed?: boolean;
  stoppedAt?: number;
  /** True when it was heard to its end. */
  completed: boolean;
  /** When something else was laid over it, and when it came back (12-: nesting without event-lock). */
  readonly interruptedAt: number[];
  readonly resumedAt: number[];
};

/** What begins to be heard. */
export type SoundBegun = Pick<HeardSound, 'kind' | 'source' | 'leadMs' | 'mixed'>;

/** The list of what was heard, with what is heard right now on top. */
export type HeardLog = {
  readonly sounds: readonly HeardSound[];
  readonly begin: (sound: SoundBegun) => (completed: boolean) => void;
  readonly now: () => HeardSound | undefined;
};

/** Starts an empty log; `changed` is called after every beginning and end. */
export function createHeardLog(clock: Clock, changed: (sound: HeardSound) => void): HeardLog {
  const sounds: HeardSound[] = [];
  const stack: HeardSound[] = [];
  return {
    sounds,
    now: () => stack.at(-1),
    begin: ({ kind, source, leadMs, mixed }) => {
      const at = clock.now();
      if (mixed !== true) stack.at(-1)?.interruptedAt.push(at);
      const sound: HeardSound = {
        kind,
        source,
        startedAt: at,
        ...(leadMs === undefined ? {} : { leadMs }),
        ...(mixed === undefined ? {} : { mixed }),
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
        if (wasOnTop && mixed !== true) stack.at(-1)?.resumedAt.push(clock.now());
        changed(sound);
      };
    },
  };
}
