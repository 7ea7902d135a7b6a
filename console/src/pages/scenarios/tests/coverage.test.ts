import test from 'ava';
import { graphOf } from '../graph/graph-of.ts';
import { coverageOf } from './coverage.ts';

test('blocks and ways are counted once, however often tests walked them', (t) => {
  const graph = graphOf({
    entry: 'a',
    blocks: {
      a: { type: 'menu', next: { one: 'b', two: 'c' } },
      b: { type: 'hangup' },
      c: { type: 'hangup' },
    },
  });
  const found = coverageOf(graph, { 'main/a': 3, 'main/a>one': 3, 'main/b': 3, 'main/gone': 1 });
  t.is(found.walked, 2);
  t.is(found.total, 3);
  t.is(found.ways, 1);
  t.is(found.allWays, 2);
  t.deepEqual(found.missed, ['main/c']);
  t.is(found.path.visits.get('main/a'), 3);
  t.is(found.path.wires.get('main/a one'), 3);
});
