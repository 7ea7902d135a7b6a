import test from 'ava';
import { countVerdicts, judged, mayInsist, shownNumber } from './recipient.ts';

const one = (number: string, override = false) => ({ number, override });

test('T12: only mobiles pass, unless somebody insists', (t) => {
  t.deepEqual(judged([one('010-1234-5678'), one('02-345-6789'), one('1588-0000'), one('홍길동')]), [
    null,
    'not-mobile',
    'not-mobile',
    'not-a-number',
  ]);
  t.deepEqual(judged([one('070-1234-5678', true), one('114', true)]), [null, 'not-mobile']);
  t.true(mayInsist('070-1234-5678'));
  t.false(mayInsist('114'));
});

test('the same number written otherwise is a duplicate; the first one stays', (t) => {
  t.deepEqual(judged([one('01012345678'), one('010-1234-5678'), one('+82 10 1234 5678')]), [
    null,
    'duplicate',
    'duplicate',
  ]);
});

test('verdicts are counted, and numbers shown as people read them', (t) => {
  t.deepEqual(countVerdicts([null, null, 'duplicate', 'not-mobile']), {
    valid: 2,
    'not-a-number': 0,
    'not-mobile': 1,
    duplicate: 1,
  });
  t.is(shownNumber('01012345678'), '010-1234-5678');
  t.is(shownNumber('?'), '?');
});
