import test from 'ava';
import { graphOf } from './graph-of.ts';

const document = {
  name: '대표번호',
  entry: 'begin',
  blocks: {
    begin: { type: 'answer', next: { done: 'menu' } },
    menu: { type: 'menu', label: '부서', next: { k1: 'ask' }, outcomeWords: { k1: '상담' } },
    ask: { type: 'subScenario', part: 'survey', next: {} },
  },
  subScenarios: { survey: { entry: 'q', blocks: { q: { type: 'return', outcome: 'done' } } } },
};

test('a document is drawn with its parts, labels, wires and the words of its outcomes', (t) => {
  const graph = graphOf(document);
  t.is(graph.entry, 'main/begin');
  t.deepEqual(
    graph.parts.map(({ id, blocks }) => [id, blocks.map((block) => block.id)]),
    [
      ['main', ['begin', 'menu', 'ask']],
      ['survey', ['q']],
    ],
  );
  t.deepEqual(graph.parts[0]?.blocks[1]?.next, [{ outcome: 'k1', target: 'ask', words: '상담' }]);
  t.is(graph.parts[0]?.blocks[2]?.part, 'survey');
});

test('a picture is laid out anew when the blocks change, and only then', (t) => {
  const { hash } = graphOf(document);
  t.is(graphOf(structuredClone(document)).hash, hash);
  t.not(graphOf({ ...document, blocks: { begin: document.blocks.begin } }).hash, hash);
  t.is(graphOf({ ...document, variables: { a: { type: 'text' } } }).hash, hash);
});

test('a draft that is no scenario gives an empty graph instead of failing', (t) => {
  for (const broken of [null, 3, [], {}, { blocks: [] }, { blocks: { a: null, b: { next: 3 } } }])
    t.notThrows(() => graphOf(broken));
});
