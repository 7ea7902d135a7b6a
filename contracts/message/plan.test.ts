import test from 'ava';
import fc from 'fast-check';
import {
  AFTERNOON,
  alimtalk,
  EVENING,
  IMAGE_ID,
  NEXT_MORNING,
  someFacts,
  someRequest,
  TEMPLATE_ID,
} from './fixtures/plan-facts.ts';
import { planMessage } from './plan.ts';
import type { MessagePlan, PlanFacts, PlanResult } from './plan-facts.ts';
import type { MessageRequest } from './request.ts';

const plan = (request: MessageRequest, facts: Partial<PlanFacts> = {}, now = AFTERNOON): PlanResult =>
  planMessage(request, someFacts(facts), now);
const planned = (result: PlanResult): MessagePlan => (result.ok ? result.plan : result.draft);
const codes = (result: PlanResult): string[] => (result.ok ? [] : result.problems.map(({ code }) => code));
const warned = (result: PlanResult): string[] => result.warnings.map(({ code }) => code);
const exclusions = (result: PlanResult): unknown[] =>
  planned(result).recipients.map(({ exclusion }) => exclusion);

test('T12 numbers that are no mobiles are flagged and not texted unless their row says so', (t) => {
  const numbers = ['01012345678', '02-312-3456', '070-1234-5678', '1588-0000', '112', '+1 212 555 1234'];
  const flagged = plan(someRequest(numbers));
  t.deepEqual(exclusions(flagged), [null, ...Array(5).fill('not-mobile')]);
  t.is(planned(flagged).counts.notMobile, 5);
  const edited = plan(someRequest(numbers.map((number) => ({ number, override: true }))));
  t.deepEqual(exclusions(edited), [null, null, null, null, 'not-mobile', 'not-mobile']);
  t.deepEqual(codes(edited), []);
});

test('an Alimtalk goes to mobiles only, whatever a row says', (t) => {
  const request = someRequest([{ number: '070-1234-5678', override: true }, '01012345678'], {
    template: TEMPLATE_ID,
  });
  const result = plan(request, { template: alimtalk({ body: '안내', smsBody: null }) });
  t.deepEqual(exclusions(result), ['not-mobile', null]);
});

test('a recipient is left out for the first reason: no number, twice, opted out, no consent, no mobile', (t) => {
  const numbers = [
    'x',
    '02-312-3456',
    '023123456',
    '010-1111-2222',
    '+82 10 1111 2222',
    '01033334444',
    '01055556666',
  ];
  const facts = {
    optOuts: new Map([['01033334444', 'ad' as const]]),
    consents: new Map([
      ['01033334444', { night: false }],
      ['01011112222', { night: false }],
    ]),
  };
  const ad = plan(someRequest(numbers, { purpose: 'ad' }), facts);
  t.deepEqual(exclusions(ad), [
    'not-a-number',
    'no-consent',
    'duplicate',
    null,
    'duplicate',
    'opted-out',
    'no-consent',
  ]);
  const info = plan(someRequest(numbers), facts);
  t.deepEqual(exclusions(info), ['not-a-number', 'not-mobile', 'duplicate', null, 'duplicate', null, null]);
  t.deepEqual(planned(info).counts, {
    valid: 3,
    notANumber: 1,
    notMobile: 1,
    duplicate: 2,
    optedOut: 0,
    noConsent: 0,
  });
});

test('who wants no text at all gets no information either', (t) => {
  const result = plan(someRequest(['01012345678']), { optOuts: new Map([['01012345678', 'all']]) });
  t.deepEqual(codes(result), ['nobody-left']);
});

test('T13 each text is SMS or LMS by its own bytes; an SMS that was asked for is not lengthened', (t) => {
  const text = `${'가'.repeat(44)}{{끝}}`;
  const people = [
    { number: '01011112222', variables: { 끝: '나' } },
    { number: '01033334444', variables: { 끝: '나a' } },
  ];
  const { recipients, channel, channels, longestBytes, estimate } = planned(
    plan(someRequest(people, { text })),
  );
  t.deepEqual(
    recipients.map(({ bytes, channel: as }) => [bytes, as]),
    [
      [90, 'sms'],
      [91, 'lms'],
    ],
  );
  t.deepEqual([channel, channels.sms, channels.lms, longestBytes, estimate], ['lms', 1, 1, 91, 70]);
  const asked = plan(someRequest(people, { text, channel: 'sms' }));
  t.deepEqual(asked.ok ? [] : asked.problems.map(({ code, row }) => [code, row]), [['text-too-long', 2]]);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { text: 'a'.repeat(2_000) }))), []);
  const longest = [{ number: '01012345678', variables: { a: '가'.repeat(500) } }];
  t.deepEqual(codes(plan(someRequest(longest, { text: '{{a}}{{a}}' }))), []);
  t.deepEqual(codes(plan(someRequest(longest, { text: '{{a}}{{a}}a' }))), ['text-too-long']);
});

test('a bad template is one problem for 10,000 people, and so is a value that all lack', (t) => {
  const people = Array.from({ length: 10_000 }, (_, at) => `010${String(at).padStart(8, '0')}`);
  for (const [text, code] of [
    ['{{#each x}}', 'template-invalid'],
    ['안녕 {{성}}', 'variable-missing'],
    ['안녕 😀', 'text-unsupported'],
  ] as const) {
    const result = plan(someRequest(people, { text }));
    t.deepEqual(result.ok ? [] : result.problems.map((one) => [one.code, one.row]), [[code, null]], text);
  }
  t.is(planned(plan(someRequest(people))).counts.valid, 10_000);
});

test('values that only some lack are told by row, and the text is told the characters to take out', (t) => {
  const text = '{{이름}}님';
  const result = plan(
    someRequest(
      [
        { number: '01011112222', name: '김' },
        { number: '01033334444', name: '' },
        { number: '01055556666', name: '😀' },
      ],
      { text },
    ),
  );
  t.deepEqual(result.ok ? [] : result.problems.map(({ code, row, detail }) => [code, row, detail]), [
    ['variable-missing', 2, '이름'],
    ['text-unsupported', 3, '😀 (1)'],
  ]);
});

test('advertising is marked, needs consent, a name and a free number, and waits for the morning', (t) => {
  const facts = {
    consents: new Map([
      ['01011112222', { night: false }],
      ['01033334444', { night: true }],
    ]),
  };
  const request = someRequest(['01011112222', '01033334444'], {
    purpose: 'ad',
    text: '가을 할인',
    subject: '할인',
  });
  const result = plan(request, facts, EVENING);
  t.deepEqual(
    planned(result).recipients.map(({ dueAt, text }) => [dueAt, text]),
    [NEXT_MORNING, EVENING].map((at) => [at, '(광고)콜라이트\n가을 할인\n무료수신거부 080-123-4567']),
  );
  t.is(planned(result).dueAt, EVENING);
  t.is(planned(result).subject, '(광고)할인');
  t.deepEqual(warned(result), ['night-deferred']);
  const settings = { allowRepresentative: false, adSenderName: null, optOutNumber: '0212345678' };
  t.deepEqual(codes(plan(request, { ...facts, settings })), ['ad-name-missing', 'opt-out-number-missing']);
});

test('information goes at any hour, unmarked', (t) => {
  const result = plan(someRequest(['01012345678']), {}, EVENING);
  t.is(planned(result).recipients[0]?.dueAt, EVENING);
  t.is(planned(result).recipients[0]?.text, '안녕하세요');
});

test('an Alimtalk is rendered from its stored text, keeps emoji, and has one SMS behind it', (t) => {
  const people = [{ number: '01012345678', name: '고객', variables: { 시각: '3시', 남음: 'x' } }];
  const result = plan(someRequest(people, { template: TEMPLATE_ID }), { template: alimtalk() });
  t.deepEqual(codes(result), []);
  const [one] = planned(result).recipients;
  t.is(one?.text, '고객님, 3시에 예약되었습니다 😀');
  t.deepEqual(one?.fallback, { text: '고객님 3시 예약', channel: 'sms', bytes: 15 });
  t.deepEqual(one?.variables, { 이름: '고객', 시각: '3시' });
  t.deepEqual([planned(result).estimate, planned(result).estimateAtMost], [8, 20]);
  const without = plan(someRequest(people, { template: TEMPLATE_ID, fallback: false }), {
    template: alimtalk(),
  });
  t.is(planned(without).recipients[0]?.fallback, null);
});

test('an Alimtalk whose SMS could not be sent is refused before it goes', (t) => {
  const people = [{ number: '01012345678', name: '김', variables: { 시각: '3시' } }];
  const request = someRequest(people, { template: TEMPLATE_ID });
  t.deepEqual(codes(plan(request, { template: alimtalk({ smsBody: null }) })), ['fallback-unsupported']);
});

test('an Alimtalk needs an approved template, and is never advertising', (t) => {
  const request = someRequest(['01012345678'], { template: TEMPLATE_ID });
  const refused = (template: Parameters<typeof alimtalk>[0]): string[] =>
    codes(plan(request, { template: alimtalk({ body: '안내', smsBody: null, ...template }) }));
  t.deepEqual(refused({}), []);
  t.deepEqual(refused({ alimtalkState: 'inspecting' }), ['template-not-approved']);
  t.deepEqual(refused({ alimtalkCode: null }), ['template-not-approved']);
  t.deepEqual(refused({ purpose: 'ad' }), ['alimtalk-not-for-ads']);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { channel: 'alimtalk' }))), [
    'alimtalk-needs-template',
  ]);
  t.deepEqual(codes(plan(request)), ['template-missing']);
  t.deepEqual(
    codes(
      plan(someRequest(['01012345678'], { template: TEMPLATE_ID, channel: 'sms' }), { template: alimtalk() }),
    ),
    ['template-is-alimtalk'],
  );
});

test('1,000 characters fit an Alimtalk, 1,001 do not', (t) => {
  const request = (value: string): MessageRequest =>
    someRequest([{ number: '01012345678', variables: { 값: value } }], { template: TEMPLATE_ID });
  const template = alimtalk({ body: `${'a'.repeat(600)}#{값}`, smsBody: '짧게' });
  t.deepEqual(codes(plan(request('a'.repeat(400)), { template })), []);
  t.deepEqual(codes(plan(request('a'.repeat(401)), { template })), ['alimtalk-too-long']);
});

test('MMS needs its image, and an image makes MMS', (t) => {
  const image = { id: IMAGE_ID, size: 1_000, width: 640, height: 480 };
  const made = plan(someRequest(['01012345678'], { image: IMAGE_ID }), { image });
  t.is(planned(made).channel, 'mms');
  t.deepEqual([codes(made), warned(made)], [[], ['image-not-recommended']]);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { channel: 'mms' }))), ['image-needed']);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { image: IMAGE_ID }))), ['image-missing']);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { image: IMAGE_ID, channel: 'sms' }), { image })), [
    'image-not-taken',
  ]);
});

test('only verified senders, no 050, representative ones by setting (MO-35, A14)', (t) => {
  const from = (sender: string, facts: Partial<PlanFacts> = {}): string[] =>
    codes(plan(someRequest(['01012345678'], { sender }), facts));
  t.deepEqual(from('02-1234-5678'), []);
  t.deepEqual(from('01099990000'), ['sender-not-verified']);
  t.deepEqual(from('01011112222'), ['sender-unknown']);
  t.deepEqual(from('0507-1234-5678'), ['sender-not-allowed']);
  t.deepEqual(from('1588-0000'), ['sender-representative']);
  const settings = { ...someFacts().settings, allowRepresentative: true };
  t.deepEqual(from('1588-0000', { settings }), []);
  t.deepEqual(codes(plan(someRequest(['01012345678']), { senders: [] })), ['sender-missing']);
  t.is(planned(plan(someRequest(['01012345678']))).sender, '0212345678');
});

test('a person of his own texts sends from his own numbers (MO-36)', (t) => {
  const own = plan(someRequest(['01012345678']), { senderRule: 'own' });
  t.deepEqual([planned(own).sender, codes(own)], ['07012345678', []]);
  const other = plan(someRequest(['01012345678'], { sender: '0212345678' }), { senderRule: 'own' });
  t.deepEqual(codes(other), ['sender-not-own']);
});

test('what the provider does not carry, no content, two contents, a year too far: refused', (t) => {
  t.deepEqual(codes(plan(someRequest(['01012345678']), { channels: ['lms'] })), ['channel-not-offered']);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { text: '  ' }))), ['content-missing']);
  const template = alimtalk({ kind: 'text', body: 'a' });
  t.deepEqual(codes(plan(someRequest(['01012345678'], { text: 'a', template: TEMPLATE_ID }), { template })), [
    'content-doubled',
  ]);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { dueAt: AFTERNOON + 400 * 86_400_000 }))), [
    'due-too-far',
  ]);
  const advert = alimtalk({ kind: 'text', purpose: 'ad', body: 'a' });
  t.deepEqual(codes(plan(someRequest(['01012345678'], { template: TEMPLATE_ID }), { template: advert })), [
    'template-purpose',
  ]);
  t.deepEqual(codes(plan(someRequest(['01012345678'], { subject: '가'.repeat(21) }))), ['subject-too-long']);
});

test('a time that has passed is now; a price that is missing leaves the cost open', (t) => {
  const late = plan(someRequest(['1012345678'], { dueAt: AFTERNOON - 1 }), { prices: {} });
  t.is(planned(late).dueAt, AFTERNOON);
  t.is(planned(late).estimate, null);
  t.deepEqual(warned(late), ['zero-restored', 'due-passed']);
  t.is(planned(late).recipients[0]?.digits, '01012345678');
});

test('every recipient has a text or a reason, each number is texted once, and the counts add up', (t) => {
  const number = fc.oneof(
    fc.stringMatching(/^010[12]{2}000000$/),
    fc.string({ maxLength: 14 }),
    fc.constant('02-312-3456'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ number, name: fc.string({ maxLength: 10 }), override: fc.boolean() }), {
        minLength: 1,
      }),
      (people) => {
        const result = planned(plan(someRequest(people)));
        const sent = result.recipients.filter(({ exclusion }) => exclusion === null);
        t.is(result.recipients.length, people.length);
        t.is(new Set(sent.map(({ digits }) => digits)).size, sent.length);
        t.true(sent.every(({ text }) => text === '안녕하세요'));
        const { valid, ...others } = result.counts;
        t.is(valid, sent.length);
        t.is(
          Object.values(others).reduce((sum, one) => sum + one, valid),
          people.length,
        );
      },
    ),
  );
});
