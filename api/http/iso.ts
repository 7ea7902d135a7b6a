/** An instant of our own, in ms, as the wire has it: ISO 8601 in UTC. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** The same, with null for what has not happened. */
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
