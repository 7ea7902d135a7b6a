import test from 'ava';
import { readQuickLine } from './quick-line.ts';

const known = {
  blocks: [
    { id: 'play', name: '이용해 주셔서 감사합니다.' },
    { id: 'hangup', name: '전화 끊기' },
    { id: 'agent', name: '상담원' },
  ],
  types: [
    { type: 'hangup', name: '전화 끊기' },
    { type: 'connect', name: '상담 연결' },
    { type: 'businessHours', name: '업무 시간 확인' },
  ],
} as const;
const meant = (line: string): object => readQuickLine(line, known)[0] ?? {};

test('a sentence is said, and may name where it leads', (t) => {
  t.like(meant('영업시간은 9시부터입니다.'), {
    kind: 'add',
    type: 'play',
    text: '영업시간은 9시부터입니다.',
    onward: null,
  });
  t.like(meant('콜백을 드리겠습니다. > 이용해'), {
    type: 'play',
    text: '콜백을 드리겠습니다.',
    onward: 'play',
  });
  t.like(meant('5 > 3'), { type: 'play', text: '5 > 3' }, 'what names no block is part of the sentence');
});

test('the word for a type adds a block of it, with digits whom to dial', (t) => {
  t.like(meant('업무 시간 확인'), { type: 'businessHours' });
  t.like(meant('상담 연결 1001'), { type: 'connect', digits: '1001' });
  t.like(meant('전화 끊기'), { kind: 'add', type: 'hangup' }, 'a new one, though there is one');
});

test('a name alone, or behind >, leads to a block that is there', (t) => {
  t.deepEqual(meant('상담원'), { kind: 'connect', target: 'agent' });
  t.deepEqual(meant('> 전화'), { kind: 'connect', target: 'hangup' });
  t.deepEqual(readQuickLine('  ', known), []);
});

test('keys make a menu, with its words before a bar', (t) => {
  t.like(meant('눌러 주십시오. | 1 상담 / 2 콜백'), {
    type: 'menu',
    text: '눌러 주십시오.',
    keys: [
      { key: '1', words: '상담' },
      { key: '2', words: '콜백' },
    ],
  });
  t.like(meant('1 상담 / 2 콜백'), { type: 'menu', text: null });
  t.like(meant('24시간 상담합니다'), { type: 'play' });
});
