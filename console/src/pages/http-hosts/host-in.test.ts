import test from 'ava';
import { hostIn } from './host-in.ts';

test('a pasted address gives its host', (t) => {
  t.is(hostIn(' https://api.example.com/v1/orders?x=1 '), 'api.example.com');
  t.is(hostIn('HTTPS://api.example.com'), 'api.example.com');
  t.is(hostIn('api.example.com'), 'api.example.com');
});

test('what is no https address goes to the api as it is, which refuses it', (t) => {
  t.is(hostIn('http://api.example.com'), 'http://api.example.com');
  t.is(hostIn('https://'), 'https://');
});
