import { SCENARIO_LIMITS } from '../../contracts/scenario/limits.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks at foreign JSON before any schema does: depth, number of values, and keys that JavaScript gives a meaning of
 * their own (S15, S16). Walks with a stack of its own, so that depth cannot overflow ours.
 */
export function jsonGate(value: unknown): Problem[] {
  const stack: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1;
    if (typeof next.value === 'string') characters += next.value.length;
    if (next.depth > SCENARIO_LIMITS.jsonDepth) return [tooLarge('nested too deeply')];
    if (nodes > SCENARIO_LIMITS.jsonNodes || characters > SCENARIO_LIMITS.textLength) {
      return [tooLarge('too large')];
    }
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (Array.isArray(next.value) && next.value.length > SCENARIO_LIMITS.jsonNodes)
      return [tooLarge('too large')];
    for (const key of Object.getOwnPropertyNames(next.value)) {
      characters += key.length;
      if (FORBIDDEN.has(key)) return [forbidden(key)];
      if (nodes + stack.length > SCENARIO_LIMITS.jsonNodes) return [tooLarge('too large')];
      if (key === 'length' && Array.isArray(next.value)) continue;
      stack.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 });
    }
  }
  return [];
}

function tooLarge(how: string): Problem {
  const message = `The document is ${how}: split it into sub-scenarios of their own or shorten it.`;
  return { code: 'document-too-large', block: null, message, severity: 'error' };
}

function forbidden(key: string): Problem {
  const message = `The key "${key}" is not allowed anywhere: rename it.`;
  return { code: 'forbidden-key', block: null, message, severity: 'error' };
}
