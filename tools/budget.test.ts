import test from 'ava';
import { checkBudget } from './budget.ts';

const file = (path: string, lines: number): { path: string; text: string } => ({
  path,
  text: 'x\n'.repeat(lines),
});

test('median and 95th percentile count sources, not tests', (t) => {
  const sources = Array.from({ length: 20 }, (_, index) => file(`db/${index}.ts`, 10 + index));
  const tests = Array.from({ length: 20 }, (_, index) => file(`db/${index}.test.ts`, 390));
  const report = checkBudget([...sources, ...tests, file('test/faults/kill.ts', 390)]);
  t.like(report, { files: 20, median: 19, p95: 28, broken: [] });
});

test('a file above 400 lines breaks the budget, also a test', (t) => {
  const report = checkBudget([
    file('db/a.ts', 401),
    file('db/b.test.ts', 401),
    file('db/c.ts', 10),
    file('db/d.ts', 10),
  ]);
  t.deepEqual(report.broken, [
    '95th percentile 401 lines, allowed 220',
    'db/a.ts: 401 lines, allowed 400',
    'db/b.test.ts: 401 lines, allowed 400',
  ]);
});

test('many middling files break the median', (t) => {
  t.deepEqual(checkBudget([file('a.ts', 81)]).broken, ['median 81 lines, allowed 80']);
});
