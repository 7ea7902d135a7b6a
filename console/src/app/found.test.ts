import test from 'ava';
import { foundFor } from './found.ts';

const pages = [
  { path: '/calls', title: 'calls.title' },
  { path: '/calls/:id', title: 'calls.title' },
  { path: '/senders', title: 'senders.title' },
  { path: '/numbers', title: 'numbers.title' },
] as const;
const NAMES: Readonly<Record<string, string>> = {
  'calls.title': '통화 기록',
  'senders.title': '발신번호',
  'numbers.title': '번호',
};
const find = (text: string, seen: readonly (typeof pages)[number][] = pages): string[] =>
  foundFor(text, seen as never, (key) => NAMES[key] ?? '').map(({ to }) => to);

test('a word finds pages by their name, and calls last', (t) => {
  t.deepEqual(find('발신'), ['/senders', `/calls?q=${encodeURIComponent('발신')}`]);
});

test('the page of the very name comes before one that only holds it', (t) => {
  t.deepEqual(find('번호'), ['/numbers', '/senders', `/calls?q=${encodeURIComponent('번호')}`]);
});

test('a number finds calls first', (t) => {
  t.deepEqual(find(' 5678 '), ['/calls?q=5678']);
});

test('a whole call id leads to its page', (t) => {
  const id = '018F2E4A-0000-7000-8000-0123456789AB';
  t.deepEqual(find(id), [`/calls/${id.toLowerCase()}`]);
});

test('who may not see calls is not led to them', (t) => {
  t.deepEqual(find('5678', [pages[3]]), []);
});
