import test from 'ava';
import type { ZodType } from 'zod';
import { MessageRequest } from '../message/request.ts';
import { TemplateDraft, TemplateReview } from './message-templates.ts';
import { MessageOrder, MessageSettingChange } from './messages.ts';
import { ConsentDraft, OptOutDraft } from './opt-outs.ts';
import { LetteringDecision, LetteringDraft, SenderChange, SenderDecision, SenderDraft } from './senders.ts';
import { ThreadReply } from './threads.ts';

type Fields = { [name: string]: unknown };

const order = {
  key: 'key-12345',
  sender: '0212345678',
  subject: 'subject',
  text: 'text',
  recipients: [{ number: '01012345678', name: 'name', variables: { variable: 'value' } }],
};

/** Everything that somebody can write freely and that is kept; members that no text may stand in are left out. */
const SAMPLES: readonly [string, ZodType, Fields][] = [
  ['MessageRequest', MessageRequest, order],
  ['MessageOrder', MessageOrder, order],
  ['MessageSettingChange', MessageSettingChange, { adSenderName: 'name', optOutNumber: '0801234567' }],
  [
    'TemplateDraft',
    TemplateDraft,
    {
      name: 'name',
      kind: 'text',
      purpose: 'info',
      subject: 'subject',
      body: 'body',
      smsBody: 'body',
      alimtalkChannel: 'channel',
      alimtalkCode: 'code',
    },
  ],
  ['TemplateReview', TemplateReview, { state: 'approved', note: 'note' }],
  ['SenderDraft', SenderDraft, { digits: '0212345678', label: 'label', user: null }],
  ['SenderChange', SenderChange, { label: 'label' }],
  ['SenderDecision', SenderDecision, { state: 'verified', note: 'note' }],
  ['LetteringDraft', LetteringDraft, { digits: '0212345678', phrase: 'phrase', carrier: 'carrier' }],
  ['LetteringDecision', LetteringDecision, { state: 'active', note: 'note' }],
  ['OptOutDraft', OptOutDraft, { number: '01012345678', scope: 'ad', note: 'note' }],
  ['ConsentDraft', ConsentDraft, { numbers: ['01012345678'], night: false, source: 'form' }],
  ['ThreadReply', ThreadReply, { key: 'key-12345', text: 'text' }],
];

/** The sample once for each of its texts and names of variables, with this character put into it. */
function spoiled(value: unknown, character: string): unknown[] {
  if (typeof value === 'string') return [`${value}${character}`];
  if (Array.isArray(value))
    return value.flatMap((item, at) => spoiled(item, character).map((bad) => value.with(at, bad)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    ...spoiled(item, character).map((bad) => ({ ...value, [name]: bad })),
    ...(name === 'variable' ? [{ [`${name}${character}`]: item }] : []),
  ]);
}

for (const [name, schema, sample] of SAMPLES) {
  test(`${name} takes no text with U+0000, which Postgres does not keep`, (t) => {
    t.true(schema.safeParse(sample).success);
    const bad = spoiled(sample, '\u0000');
    t.true(bad.length >= Object.values(sample).filter((value) => typeof value === 'string').length);
    for (const one of bad) t.false(schema.safeParse(one).success, JSON.stringify(one));
  });
}

test('free text keeps its other characters', (t) => {
  const text = '\t두 줄\r\n\u0001😀';
  t.is(MessageRequest.parse({ ...order, text }).text, text);
});
