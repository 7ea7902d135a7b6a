import test from 'ava';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { expectOf } from './expect-of.ts';

const line = (
  kind: SimulationView['lines'][number]['kind'],
  text: string,
): SimulationView['lines'][number] => ({
  ...{ kind, text, place: 'main/menu', prompts: [], atMs: 0 },
});
const call: SimulationView = {
  lines: [
    line('heard', '안녕하세요.'),
    line('asked', '부서를 고르십시오.'),
    line('music', '대기음'),
    line('pressed', '1'),
  ],
  path: [
    { place: 'main/hello', outcome: 'done' },
    { place: 'main/menu', outcome: 'sales' },
  ],
  waiting: null,
  outcome: { result: 'success', reason: 'completed' },
  variables: {},
  problems: [],
};

test('a call is kept by what was said, where it went and how it ended', (t) => {
  t.deepEqual(expectOf(call), {
    prompts: ['안녕하세요.', '부서를 고르십시오.'],
    path: ['main/hello', 'main/menu'],
    outcome: { result: 'success', reason: 'completed' },
  });
});

test('a call that is not over is no test', (t) => {
  t.is(expectOf({ ...call, outcome: null }), null);
});
