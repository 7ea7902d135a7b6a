import test from 'ava';
import { backTo } from './back-to.ts';

const back = (to: string): string => backTo(`?back=${encodeURIComponent(to)}`);

test('back leads to pages of the console with their filters', (t) => {
  t.is(back('/calls?q=1&from=2026-01-01'), '/calls?q=1&from=2026-01-01');
  t.is(backTo(''), '/');
});

test('back never leads to another site or to the sign-in itself', (t) => {
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/sign-in',
    'x',
  ])
    t.is(back(to), '/', to);
});
