import type { SwitchCase } from '../../contracts/scenario/block.ts';
import type { Value } from '../../contracts/scenario/value.ts';

/** Outcome of the first case that fits; `otherwise` if none does. Values of different types never fit. */
export function outcomeOfCases(cases: readonly SwitchCase[], value: Value): string {
  return cases.find((known) => fits(known, value))?.outcome ?? 'otherwise';
}

function fits(known: SwitchCase, value: Value): boolean {
  if ('is' in known) return known.is.includes(value);
  if ('startsWith' in known) return typeof value === 'string' && value.startsWith(known.startsWith);
  const { from, to } = known;
  return (from === undefined || ordered(from, value)) && (to === undefined || ordered(value, to));
}

function ordered(low: Value, high: Value): boolean {
  const numbers = typeof low === 'number' && typeof high === 'number';
  // Dates are YYYYMMDD and keys of one length: their order as text is their order.
  const texts = typeof low === 'string' && typeof high === 'string';
  return (numbers || texts) && low <= high;
}
