import test from 'ava';
import type { ScenarioSummary } from '../../../../../contracts/api/scenarios.ts';
import { matching } from './matching.ts';

const scenario = (name: string, numbers: string[]): ScenarioSummary => ({
  ...{ id: name, tenant: 'demo', name, numbers, revision: 1, changed: false, published: null, blocks: 1 },
  ...{ updatedAt: '2026-03-02T00:00:00.000Z', updatedBy: null },
});
const all = [scenario('대표번호', ['07000000001']), scenario('Clinic', ['15880000'])];
const names = (text: string | null): string[] => matching(all, text).map(({ name }) => name);

test('scenarios are found by a part of their name, whatever its case', (t) => {
  t.deepEqual(names('대표'), ['대표번호']);
  t.deepEqual(names('cLI'), ['Clinic']);
});

test('a number finds its scenario however it is written', (t) => {
  t.deepEqual(names('070-0000-0001'), ['대표번호']);
  t.deepEqual(names('1588'), ['Clinic']);
});

test('nothing asked is everything; a dash alone is no number', (t) => {
  t.is(names(null).length, 2);
  t.is(names('  ').length, 2);
  t.deepEqual(names('-'), []);
});
