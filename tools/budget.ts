import { type SourceFile, sourceFiles } from './source-files.ts';

/** Lines of a hand-written TypeScript file (`.ts` and `.tsx`). Median and 95th percentile count sources only, the maximum every file. */
export const BUDGET = { median: 80, p95: 220, max: 400 } as const;

export interface BudgetReport {
  readonly files: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: { readonly path: string; readonly lines: number };
  /** One sentence for each limit that is not kept. */
  readonly broken: readonly string[];
}

/** Measures files against the budget. Tests are tables of cases and may be longer than what they test, up to `max`. */
export function checkBudget(files: readonly SourceFile[]): BudgetReport {
  const sized = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  const sources = sized.filter(({ path }) => !isTest(path)).sort((a, b) => a.lines - b.lines);
  const at = (share: number): number =>
    sources[Math.max(0, Math.ceil(sources.length * share) - 1)]?.lines ?? 0;
  const median = at(0.5);
  const p95 = at(0.95);
  const longest = sized.toSorted((a, b) => b.lines - a.lines)[0] ?? { path: '', lines: 0 };
  const broken = [
    ...(median > BUDGET.median ? [`median ${median} lines, allowed ${BUDGET.median}`] : []),
    ...(p95 > BUDGET.p95 ? [`95th percentile ${p95} lines, allowed ${BUDGET.p95}`] : []),
    ...sized
      .filter(({ lines }) => lines > BUDGET.max)
      .map(({ path, lines }) => `${path}: ${lines} lines, allowed ${BUDGET.max}`),
  ];
  return { files: sources.length, median, p95, longest, broken };
}

/** The budget of this repository as it is on disk. */
export function repositoryBudget(): BudgetReport {
  return checkBudget(sourceFiles(['.ts', '.tsx']));
}

function isTest(path: string): boolean {
  return path.startsWith('test/') || path.endsWith('.test.ts');
}
