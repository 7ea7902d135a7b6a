import type { ScenarioSummary } from '../../../../../contracts/api/scenarios.ts';

/** Scenarios whose name or one of whose numbers holds the text; numbers may be written with dashes. */
export function matching(
  scenarios: readonly ScenarioSummary[],
  given: string | null,
): readonly ScenarioSummary[] {
  const text = (given ?? '').trim().toLowerCase();
  if (text === '') return scenarios;
  const digits = text.replace(/[\s().+-]/g, '');
  const isNumber = /^[0-9]+$/.test(digits);
  return scenarios.filter(
    ({ name, numbers }) =>
      name.toLowerCase().includes(text) || (isNumber && numbers.some((number) => number.includes(digits))),
  );
}
