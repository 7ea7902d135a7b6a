import type { Block } from './block.ts';
import type { Calendar } from './calendar.ts';
import type { HandlerName } from './document.ts';
import type { Value } from './value.ts';

/**
 * One sub-scenario (the main part included), ready to run: plain JSON that a call loads when it gets there. It embeds
 * the length in ms of every prompt that it can play, so that the engine needs no catalog.
 */
export type ScenarioPart = {
  schema: 1;
  id: string;
  /** The language in which a call of this version begins. */
  language: string;
  entry: string;
  blocks: Record<string, Block>;
  durations: Record<string, number>;
  /** Initial variables of a call; on the main part only. */
  variables?: Record<string, Value>;
  onHungUp?: string;
  /** On the main part only. */
  handlers?: Partial<Record<HandlerName, string>>;
  /** Values that whoever calls the part gives. */
  parameters?: string[];
};

/** What a published scenario version consists of. */
export type CompiledScenario = {
  entryPart: string;
  parts: Record<string, ScenarioPart>;
  calendars: Record<string, Calendar>;
};
