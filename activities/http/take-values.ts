import type { Value } from '../../contracts/scenario/value.ts';
import type { FetchAnswer, FetchRequest } from './types.ts';

/** Longest text that a variable holds. */
const LONGEST = 200;

/**
 * Takes what a block wants of an answer, by dotted paths (`orders.0.state`); own properties alone are followed, so no
 * path leads into what every object inherits. What is not there, or is no single value, is left out.
 */
export function takeValues(body: unknown, take: FetchRequest['take']): FetchAnswer['values'] {
  const values: [string, Value][] = [];
  for (const { variable, path } of take) {
    const value = valueAt(body, path);
    if (value !== undefined) values.push([variable, value]);
  }
  return Object.fromEntries(values);
}

function valueAt(body: unknown, path: string): Value | undefined {
  let at: unknown = body;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  if (at === null || typeof at === 'boolean') return at;
  if (typeof at === 'number') return Number.isFinite(at) ? at : undefined;
  return typeof at === 'string' && at.length <= LONGEST ? at : undefined;
}
