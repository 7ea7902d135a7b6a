import test from 'ava';
import { carryOut } from './carry-out.ts';
import { copyBlocks, pasteClip } from './clipboard.ts';
import { blocksOf, type Document, type Draft, exitsOf, nextOf } from './document.ts';
import { addBlock, removeBlocks, renameBlock, wire } from './edit-blocks.ts';
import { readMenuKeys, withMenuKeys } from './menu-keys.ts';
import { mergeDrafts } from './merge.ts';
import { neighbour } from './navigate.ts';
import { nextOpen, openExits } from './open-exits.ts';
import { renamePart } from './parts.ts';
import { readDocument } from './read-document.ts';
import { renameVariable } from './variables.ts';

const WORDS = { play: '안내', menu: '누르십시오', collect: '입력' };

const empty: Draft = {
  document: { schema: 1, name: '대표번호', language: 'ko', entry: 'none', blocks: {} },
  layout: {},
};

/** answer → play → hangup */
const three: Draft = {
  document: {
    ...empty.document,
    entry: 'a',
    blocks: {
      a: { type: 'answer', next: { done: 'b' } },
      b: { type: 'play', prompts: [{ text: '안녕' }], next: { done: 'c' } },
      c: { type: 'hangup' },
    },
  },
  layout: { 'main/a': { x: 0, y: 0 }, 'main/b': { x: 300, y: 0 }, 'main/c': { x: 600, y: 0 } },
};
const main = (draft: Draft): ReturnType<typeof blocksOf> => blocksOf(draft.document, 'main');

test('the first block of a part is its beginning; ids are made of the type', (t) => {
  const one = addBlock(empty, 'main', { type: 'hangup' }, { x: 0, y: 0 });
  const two = addBlock(one.draft, 'main', { type: 'hangup' }, { x: 0, y: 0 });
  t.deepEqual([one.id, two.id, two.draft.document.entry], ['hangup', 'hangup2', 'hangup']);
  t.deepEqual(empty.document.blocks, {}, 'nothing is changed in place');
});

test('with a block go the wires and handlers that led to it, and the beginning moves on', (t) => {
  const handled: Draft = {
    ...three,
    document: { ...three.document, onHungUp: 'c', handlers: { promptFailed: 'c' } },
  };
  const gone = removeBlocks(handled, 'main', new Set(['a', 'c']));
  t.is(gone.document.entry, 'b');
  t.deepEqual(nextOf(main(gone).b ?? { type: 'hangup' }), {});
  t.false('onHungUp' in gone.document || 'handlers' in gone.document);
  t.deepEqual(Object.keys(gone.layout), ['main/b']);
});

test('a renamed block keeps its order, its wires, its place and its handlers', (t) => {
  const from: Draft = { ...three, document: { ...three.document, onHungUp: 'c' } };
  const to = renameBlock(renameBlock(from, 'main', 'c', 'end'), 'main', 'a', 'start');
  t.deepEqual(Object.keys(main(to)), ['start', 'b', 'end']);
  t.is(to.document.entry, 'start');
  t.is(to.document.onHungUp, 'end');
  t.is(nextOf(main(to).b ?? { type: 'hangup' }).done, 'end');
  t.deepEqual(to.layout['main/end'], { x: 600, y: 0 });
  t.is(renameBlock(three, 'main', 'a', 'b'), three, 'a taken name changes nothing');
});

test('pasted blocks have ids of their own and only the wires among them', (t) => {
  const clip = copyBlocks(three, 'main', new Set(['a', 'b']));
  const { draft, ids } = pasteClip(three, 'main', clip, { x: 10, y: 20 });
  t.deepEqual([...ids], ['a2', 'b2']);
  t.deepEqual(nextOf(main(draft).a2 ?? { type: 'hangup' }), { done: 'b2' });
  t.deepEqual(nextOf(main(draft).b2 ?? { type: 'hangup' }), {});
  t.deepEqual(draft.layout['main/b2'], { x: 310, y: 20 });
});

test('open outcomes come in the order in which a caller gets to them', (t) => {
  const cut = wire(three, 'main', 'b', 'done', null);
  t.deepEqual(openExits(cut.document, 'main'), [{ block: 'b', outcome: 'done' }]);
  t.is(nextOpen(three.document, 'main', null), null);
  const lost = wire(three, 'main', 'b', 'done', 'nowhere');
  t.is(openExits(lost.document, 'main').length, 1, 'a wire to nowhere is open');
  const forked: Document = {
    ...three.document,
    blocks: {
      ...three.document.blocks,
      a: { type: 'businessHours', calendar: { of: 'number' }, next: { open: 'b' } },
      b: { type: 'connect', target: { kind: 'extension', digits: '1001' }, next: { connected: 'c' } },
    },
  };
  t.deepEqual(
    openExits(forked, 'main').map(({ block, outcome }) => `${block} ${outcome}`),
    ['b busy', 'b noAnswer', 'b rejected', 'b failed', 'a closed', 'a lunch', 'a holiday'],
  );
});

test('keys of a menu are written as people say them, and keep their wires', (t) => {
  const keys = readMenuKeys('1 상담 / 2번 콜백 / 0. 다시 듣기') ?? [];
  t.deepEqual(
    keys.map(({ key, words }) => `${key}=${words}`),
    ['1=상담', '2=콜백', '0=다시 듣기'],
  );
  t.is(readMenuKeys('상담 / 콜백'), null);
  t.is(readMenuKeys('1 상담 / 1 콜백'), null, 'a key cannot mean two things');
  const said = carryOut(
    empty,
    'main',
    { kind: 'add', type: 'menu', text: null, keys, digits: null, onward: null },
    { after: null },
    WORDS,
  );
  const menu = main(said.draft).menu;
  if (menu?.type !== 'menu') return t.fail('no menu');
  t.deepEqual(menu.next, { key0: 'menu' }, '다시 leads back by itself');
  const less = withMenuKeys({ ...menu, next: { key1: 'x', key2: 'y' } }, [{ key: '1', words: '전화' }]);
  t.deepEqual([less.keys, less.next, less.outcomeWords], [{ '1': 'key1' }, { key1: 'x' }, { key1: '전화' }]);
});

test('a renamed variable is followed everywhere', (t) => {
  const document: Document = {
    ...three.document,
    variables: { pin: { type: 'digits' } },
    blocks: {
      a: { type: 'condition', when: { all: [{ variable: 'pin', op: 'notEmpty' }] }, next: {} },
      b: { type: 'log', text: 'pin', values: ['pin'], next: {} },
      c: { type: 'httpRequest', url: 'https://a.example/{pin}', next: {} },
    },
  };
  const text = JSON.stringify(renameVariable(document, 'pin', 'code'));
  t.deepEqual([...text.matchAll(/"pin"/g)].length, 1, 'only the words of the log stay');
  t.true(text.includes('https://a.example/{code}'));
});

test('a renamed part is followed by the blocks that call it', (t) => {
  const draft: Draft = {
    document: {
      ...three.document,
      blocks: { a: { type: 'subScenario', part: 'ask', next: {} } },
      subScenarios: { ask: { entry: 'r', blocks: { r: { type: 'return', outcome: 'ok' } } } },
    },
    layout: { 'ask/r': { x: 1, y: 2 } },
  };
  const renamed = renamePart(draft, 'ask', 'question');
  t.like(renamed.document.blocks.a, { part: 'question' });
  t.deepEqual(renamed.layout, { 'question/r': { x: 1, y: 2 } });
  const [first] = Object.values(renamed.document.blocks);
  t.deepEqual(first && exitsOf(renamed.document, first).map(({ outcome }) => outcome), ['ok']);
});

test('changes of different blocks merge; changes of the same block overlap', (t) => {
  const mine = wire(three, 'main', 'a', 'done', 'c');
  const theirs = removeBlocks(three, 'main', new Set(['b']));
  t.deepEqual(mergeDrafts(three, mine, theirs).overlapping, ['main/a']);
  const turned = {
    ...three,
    document: {
      ...three.document,
      blocks: {
        ...three.document.blocks,
        b: { next: { done: 'c' }, prompts: [{ text: '안녕' }], type: 'play' as const },
      },
    },
  };
  t.deepEqual(mergeDrafts(three, mine, turned).overlapping, [], 'the order of fields is no change');
  const other = renameBlock(three, 'main', 'c', 'end');
  const label = { ...three, document: { ...three.document, name: '새 이름' } };
  const both = mergeDrafts(three, label, other);
  t.is(both.merged?.document.name, '새 이름');
  t.deepEqual(Object.keys(both.merged?.document.blocks ?? {}).sort(), ['a', 'b', 'end']);
});

test('arrow keys go along the wires', (t) => {
  const go = (from: string, direction: 'left' | 'right') =>
    neighbour(three.document, three.layout, 'main', from, direction);
  t.deepEqual([go('a', 'right'), go('b', 'right'), go('c', 'left'), go('a', 'left')], ['b', 'c', 'b', null]);
});

test('what the canvas cannot draw is not drawn', (t) => {
  t.is(readDocument({ entry: 'a', blocks: { a: { type: 'menu', next: {} } } }), null);
  t.is(readDocument('text'), null);
  t.truthy(readDocument(three.document));
});
