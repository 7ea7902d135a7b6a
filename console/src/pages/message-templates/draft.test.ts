import test from 'ava';
import { NO_DRAFT, orderOf } from './draft.ts';

test('fields of the other kind are not sent, and an empty one is none', (t) => {
  const all = {
    ...NO_DRAFT,
    name: '예약 안내',
    body: '안내',
    subject: '제목',
    smsBody: '대체',
    alimtalkChannel: '@ch',
    alimtalkCode: 'A1',
  };
  const text = orderOf({ ...all, kind: 'text', purpose: 'ad' });
  t.deepEqual(
    [text.purpose, text.subject, text.smsBody, text.alimtalkChannel, text.alimtalkCode],
    ['ad', '제목', null, null, null],
  );
  const alimtalk = orderOf({ ...all, kind: 'alimtalk', purpose: 'ad', smsBody: ' ' });
  t.deepEqual(
    [alimtalk.purpose, alimtalk.subject, alimtalk.smsBody, alimtalk.alimtalkChannel],
    ['info', null, null, '@ch'],
  );
});
