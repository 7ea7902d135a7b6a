import type { PlanProblem, PlanProblemCode, PlanWarning, PlanWarningCode } from './plan-facts.ts';

/** A problem about the request as a whole or one of its fields; `message` says what to do, without personal data. */
export const problem = (
  code: PlanProblemCode,
  field: string | null,
  message: string,
  detail?: string,
): PlanProblem => ({ code, message, field, row: null, ...(detail === undefined ? {} : { detail }) });

export const warning = (code: PlanWarningCode, field: string | null, message: string): PlanWarning => ({
  code,
  message,
  field,
  row: null,
});

/** More rows with the same trouble than this are told as a number. */
const ROWS_SHOWN = 20;

/**
 * Troubles of single recipients as a person can read them: one remark when all have the same, else the first rows of
 * each kind and how many more there are. A template that is wrong for 10,000 people is one mistake.
 */
export function gatherRowProblems(rows: readonly PlanProblem[], valid: number): PlanProblem[] {
  const kinds = new Map<string, PlanProblem[]>();
  for (const row of rows) {
    const kind = `${row.code} ${row.message}`;
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [row]);
    else same.push(row);
  }
  return [...kinds.values()].slice(0, ROWS_SHOWN).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (same.length === valid && valid > 1) return [{ ...first, row: null }];
    const more = same.length - ROWS_SHOWN;
    if (more <= 0) return same;
    return [
      ...same.slice(0, ROWS_SHOWN),
      { ...first, row: null, message: `${first.message} (${more} more rows)` },
    ];
  });
}
