/** Bounds of what the designer keeps beside a document. */
export const LIMITS = {
  places: 600,
  tests: 200,
  scenariosPerCompany: 500,
  trialsPerCompany: 5,
  trialMs: 60 * 60_000,
} as const;
