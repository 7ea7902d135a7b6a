import type { Hours } from '../../contracts/call/event.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';

/** A shipped prompt and what it says. */
export type SpokenPrompt = { readonly path: string; readonly words: string };

/** What the pages of numbers need from the rooms that the api does not know. */
export type NumberParts = {
  /** What a calendar says about an instant, ms; the same function by which calls are answered. */
  hoursVerdict(calendar: Calendar, at: number): Hours;
  /** The shipped prompts that are whole sentences, by path. */
  readonly sentences: readonly SpokenPrompt[];
};
