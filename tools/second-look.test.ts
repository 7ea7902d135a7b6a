import test from 'ava';
import type { AvaResult } from './run-ava.ts';
import { afterSecondLook, filesOfFailures } from './second-look.ts';

const result = (failures: readonly string[], failed = failures.length): AvaResult => ({
  totals: { passed: 10, failed, skipped: 1 },
  failures,
});
const exists = (file: string): boolean => ['api/a.test.ts', 'test/b.test.ts'].includes(file);

test('the files of a few failed tests are run once more, each once', (t) => {
  t.deepEqual(filesOfFailures(result(['api › a › one › two', 'api › a › three', 'test › b › x']), exists), [
    'api/a.test.ts',
    'test/b.test.ts',
  ]);
});

test('nothing is run again after many failures, a crashed file or a run that broke off', (t) => {
  t.deepEqual(filesOfFailures(result([]), exists), []);
  t.deepEqual(filesOfFailures(result(Array<string>(4).fill('api › a › one')), exists), []);
  t.deepEqual(filesOfFailures(result(['api/a.test.ts exited with a non-zero exit code: 1']), exists), []);
  t.deepEqual(filesOfFailures(result([], 1), exists), []);
});

test('what fails twice has failed, what passes alone has passed', (t) => {
  const first = result(['api › a › one', 'test › b › x']);
  t.deepEqual(afterSecondLook(first, result([])), { passed: 12, failed: 0, skipped: 1 });
  t.deepEqual(afterSecondLook(first, result(['api › a › one'])), { passed: 11, failed: 1, skipped: 1 });
  t.deepEqual(afterSecondLook(first, result([], 1)), { passed: 11, failed: 1, skipped: 1 });
});
