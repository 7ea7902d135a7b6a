import { SCENARIO_LIMITS } from '../../contracts/scenario/limits.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error } from './context.ts';

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
    if (next.depth > SCENARIO_LIMITS.jsonDepth) return [tooLarge('depth')];
    if (nodes > SCENARIO_LIMITS.jsonNodes || characters > SCENARIO_LIMITS.textLength) {
      return [tooLarge('size')];
    }
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (Array.isArray(next.value) && next.value.length > SCENARIO_LIMITS.jsonNodes) return [tooLarge('size')];
    for (const key of Object.getOwnPropertyNames(next.value)) {
      characters += key.length;
      if (FORBIDDEN.has(key)) return [forbidden(key)];
      if (nodes + stack.length > SCENARIO_LIMITS.jsonNodes) return [tooLarge('size')];
      if (key === 'length' && Array.isArray(next.value)) continue;
      stack.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 });
    }
  }
  return [];
}

function tooLarge(how: 'depth' | 'size'): Problem {
  const words = how === 'depth' ? 'nested too deeply' : 'too large';
  const most = how === 'depth' ? SCENARIO_LIMITS.jsonDepth : SCENARIO_LIMITS.textLength;
  const message = `The document is ${words}: split it into sub-scenarios of their own or shorten it.`;
  return error('document-too-large', null, message, { how, most });
}

const forbidden = (key: string): Problem =>
  error('forbidden-key', null, `The key "${key}" is not allowed anywhere: rename it.`, { key });
