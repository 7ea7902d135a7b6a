import test from 'ava';
import { imported } from './import-file.ts';

const document = {
  name: '대표번호',
  blocks: { begin: {}, end: {} },
  subScenarios: { ask: { entry: 'q', blocks: { q: {} } } },
};

test('a document is taken as it is, with its blocks counted in all parts', (t) => {
  t.deepEqual(imported(JSON.stringify(document)), {
    kind: 'document',
    document,
    name: '대표번호',
    blocks: 3,
  });
});

test('a document may have its places around it', (t) => {
  const read = imported(JSON.stringify({ document, layout: { 'main/begin': { x: 1, y: 2 } } }));
  t.is(read.kind, 'document');
  if (read.kind === 'document') t.deepEqual(read.document, document);
});

test('what is no scenario is sorted out', (t) => {
  for (const text of ['', 'no json', '[]', 'null', '{"name":"x"}', '{"blocks":[]}', '{"document":3}'])
    t.is(imported(text).kind, 'wrong', text);
});
