import test from 'ava';
import type { TemplateView } from '../../../../../contracts/api/message-templates.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { orderOf, testOrderOf, valuesOf } from './order.ts';
import type { Recipient } from './people/recipient.ts';

const recipient = (part: Partial<Recipient>): Recipient => ({
  id: 'r1',
  number: '010-1234-5678',
  name: '',
  variables: {},
  override: false,
  ...part,
});
const template = (part: Partial<TemplateView>): TemplateView => ({
  id: '00000000-0000-4000-8000-000000000001',
  tenant: 't',
  name: '안내',
  kind: 'text',
  purpose: 'info',
  subject: null,
  body: '{{이름}} 님, 안녕하세요.',
  variables: ['이름'],
  smsBody: null,
  alimtalkChannel: null,
  alimtalkCode: null,
  alimtalkState: null,
  reviewNote: null,
  usedBy: 0,
  updatedAt: '2026-03-15T03:00:00.000Z',
  ...part,
});
const draft = (part: Partial<Draft>): Draft => ({ ...emptyDraft('key-key-key'), ...part });

test('a plain text is sent as it was written, at the time that was meant in Seoul', (t) => {
  const order = orderOf(draft({ text: '안녕', recipients: [recipient({})], dueAt: '2026-09-21T18:30' }));
  t.deepEqual(order, {
    key: 'key-key-key',
    purpose: 'info',
    fallback: true,
    text: '안녕',
    dueAt: '2026-09-21T18:30:00+09:00',
    recipients: [{ number: '010-1234-5678', name: '', override: false, variables: {} }],
  });
});

test('a template is named until its words are changed', (t) => {
  const chosen = template({});
  const kept = orderOf(draft({ template: chosen, text: chosen.body }));
  t.is(kept.template, chosen.id);
  t.false('text' in kept);
  const changed = orderOf(draft({ template: chosen, text: `${chosen.body}!` }));
  t.is(changed.text, `${chosen.body}!`);
  t.false('template' in changed);
});

test('an Alimtalk is its template, whatever else was written', (t) => {
  const chosen = template({ kind: 'alimtalk', body: '#{이름}님', alimtalkState: 'approved' });
  const order = orderOf(draft({ template: chosen, text: '다른 말', subject: '제목' }));
  t.is(order.channel, 'alimtalk');
  t.is(order.template, chosen.id);
  t.false('text' in order || 'subject' in order);
});

test('a recipient has his own value first, then the one for all, then his name', (t) => {
  const one = recipient({ name: '홍길동', variables: { 금액: '1000', 날짜: '' } });
  t.deepEqual(valuesOf({ values: { 금액: '1', 날짜: '내일' } }, one, ['금액', '날짜', '이름', '없음']), {
    금액: '1000',
    날짜: '내일',
    이름: '홍길동',
  });
  t.deepEqual(valuesOf({ values: {} }, one, ['constructor']), {});
});

test('a test goes to one number at once, under a key of its own', (t) => {
  const order = testOrderOf(
    draft({ text: '{{이름}}', recipients: [recipient({ name: '홍길동' })], dueAt: '2026-09-21T18:30' }),
    '01099998888',
    'another-key',
  );
  t.is(order.key, 'another-key');
  t.false('dueAt' in order);
  t.deepEqual(order.recipients, [
    { number: '01099998888', name: '홍길동', override: false, variables: { 이름: '홍길동' } },
  ]);
});
