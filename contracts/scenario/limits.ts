/**
 * Bounds of a scenario document and of a call that runs one (requirement S15: a scenario must not be able to keep the
 * engine or a caller busy for ever).
 */
export const SCENARIO_LIMITS = {
  /** Characters of the document as JSON text. */
  textLength: 1_000_000,
  jsonDepth: 16,
  jsonNodes: 60_000,
  blocks: 500,
  subScenarios: 50,
  variables: 100,
  calendars: 20,
  conditionTerms: 20,
} as const;

export const CALL_LIMITS = {
  /** Verbs that make a sound (play, collect). */
  prompts: 300,
  /** Texts that one call may ask for: a caller in a loop must not become an expense. */
  texts: 10,
  /** Questions that one call may ask other systems. */
  requests: 100,
  /** Times that one call may go over to another scenario. */
  scenarios: 10,
  callMs: 60 * 60_000,
  /** Events that had an effect. */
  events: 2_000,
  /** Microsteps of the statechart for one event. */
  iterations: 200,
  /** Blocks entered for one event, across sub-scenarios. */
  entriesPerEvent: 400,
  depth: 16,
} as const;
