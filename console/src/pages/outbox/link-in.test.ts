import test from 'ava';
import { linkIn } from './link-in.ts';

test('the link of a mail is taken whole, without the full stop of its sentence', (t) => {
  t.is(
    linkIn('Open\nhttps://a.example/invitation#ab_-9.\nwithin a day.'),
    'https://a.example/invitation#ab_-9',
  );
  t.is(linkIn('Your password was changed.'), null);
});
