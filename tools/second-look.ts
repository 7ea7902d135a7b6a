import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AvaResult } from './run-ava.ts';
import { ROOT } from './source-files.ts';
import type { TapTotals } from './tap.ts';

/** More failed tests than this are no accident of a busy machine: they are reported as they are. */
const MOST = 3;

/**
 * The files to run once more, alone, after a run in which a few tests failed; none when that would only hide something:
 * many failures, a file that crashed, a run that broke off.
 */
export function filesOfFailures(
  { totals, failures }: AvaResult,
  exists: (file: string) => boolean = (file) => existsSync(join(ROOT, file)),
): readonly string[] {
  if (failures.length === 0 || failures.length > MOST || totals.failed !== failures.length) return [];
  const files = failures.map((title) => fileOf(title, exists));
  return files.includes(undefined) ? [] : [...new Set(files.filter((file) => file !== undefined))];
}

/** AVA's title of a test begins with its file: `test › browser › sign-in › a link signs in once`. */
function fileOf(title: string, exists: (file: string) => boolean): string | undefined {
  const parts = title.split(' › ');
  return parts
    .map((_, index) => `${parts.slice(0, index + 1).join('/')}.test.ts`)
    .find((file) => exists(file));
}

/** The totals after the second run: a test that failed in it has failed, one that passed alone has passed. */
export function afterSecondLook(first: AvaResult, second: AvaResult): TapTotals {
  // A file that fails as a whole the second time leaves nothing to be believed of the first.
  const failed = Math.max(second.failures.length, second.totals.failed);
  const mended = Math.max(0, first.totals.failed - failed);
  return { ...first.totals, passed: first.totals.passed + mended, failed: first.totals.failed - mended };
}
