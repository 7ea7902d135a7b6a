import test from 'ava';
import { planGraph, textWidth } from './graph-plan.ts';
import type { ScenarioGraph } from './scenario-graph.ts';

const graph: ScenarioGraph = {
  name: '대표번호',
  version: 1,
  hash: 'a'.repeat(64),
  entry: 'main/menu',
  parts: [
    {
      id: 'main',
      name: '대표번호',
      entry: 'menu',
      blocks: [
        {
          id: 'menu',
          type: 'menu',
          label: null,
          part: null,
          next: [
            { outcome: 'agent', target: 'goodbye' },
            { outcome: 'noInput', target: 'goodbye' },
            { outcome: 'lost', target: 'nowhere' },
          ],
        },
        {
          id: 'goodbye',
          type: 'play',
          label: '끝인사',
          part: null,
          next: [{ outcome: 'done', target: 'end' }],
        },
        { id: 'end', type: 'hangup', label: null, part: null, next: [] },
      ],
    },
  ],
};

test('outcomes to the same block share a wire; a wire to nowhere is left out', (t) => {
  const [part] = planGraph(graph, {
    type: (type) => type,
    outcome: (outcome) => outcome.toUpperCase(),
  }).parts;
  t.deepEqual(
    part?.wires.map(({ id, label, keys }) => [id, label, keys.length]),
    [
      ['main/menu main/goodbye', 'AGENT · NOINPUT', 2],
      ['main/goodbye main/end', '', 1],
    ],
  );
});

test('a box has the name that its author gave it, and the first is marked', (t) => {
  const [part] = planGraph(graph, { type: (type) => `a ${type}`, outcome: (outcome) => outcome }).parts;
  t.deepEqual(
    part?.boxes.map(({ name, detail, entry }) => [name, detail, entry]),
    [
      ['a menu', 'menu', true],
      ['끝인사', 'a play', false],
      ['a hangup', 'end', false],
    ],
  );
  t.true(textWidth('가나다') > textWidth('abc'));
});
