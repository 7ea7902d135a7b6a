import test from 'ava';
import type { ReportVerdict } from '../../../../contracts/message/provider.ts';
import { createParseReport } from './report.ts';
import { signatureOf } from './signature.ts';

const SECRET = 'a-secret-of-32-characters-or-more';
const NOW = Date.UTC(2026, 2, 1);
const content = {
  reports: [
    { ref: 'r1', status: 'delivered', id: 'p1', at: '2026-02-28T12:00:00+09:00' },
    { ref: 'r2', status: 'failed', code: '3001', reason: '가입자 없음' },
    { ref: 'r3', status: 'accepted' },
  ],
  inbound: [{ id: 'm1', to: '0212345678', from: '01012345678', text: '네', at: '2026-02-28T03:00:00Z' }],
  optOuts: [{ number: '01012345678' }],
};

const parse = (body: string, signature = signatureOf(body, SECRET)): ReportVerdict =>
  createParseReport(SECRET, () => NOW)({ headers: { 'x-callwright-signature': signature }, body });

test('a signed report is read: fates, texts from people, opt-outs', (t) => {
  t.deepEqual(parse(JSON.stringify(content)), {
    kind: 'words',
    words: [
      { by: { ref: 'r1' }, kind: 'delivered', at: Date.UTC(2026, 1, 28, 3), providerId: 'p1' },
      { by: { ref: 'r2' }, kind: 'failed', at: NOW, code: '3001', reason: '가입자 없음', providerId: 'r2' },
      { by: { ref: 'r3' }, kind: 'accepted', providerId: 'r3' },
    ],
    inbound: [
      {
        providerId: 'm1',
        to: '0212345678',
        from: '01012345678',
        subject: null,
        text: '네',
        at: Date.UTC(2026, 1, 28, 3),
      },
    ],
    optOuts: [{ digits: '01012345678', at: NOW }],
  });
});

test('the same report says the same however often it comes', (t) => {
  const body = JSON.stringify(content);
  t.deepEqual(parse(body), parse(body));
});

test('unsigned and forged reports are refused, whatever they hold', (t) => {
  const body = JSON.stringify(content);
  for (const signature of [
    '',
    'sha256=',
    signatureOf(body, 'another'),
    signatureOf(`${body} `, SECRET),
    'sha256=é',
  ])
    t.is(parse(body, signature).kind, 'refused', signature);
  const none = createParseReport(SECRET, () => NOW)({ headers: {}, body });
  t.is(none.kind, 'refused');
});

test('signed words of another form are malformed', (t) => {
  const forms = [
    '',
    '{',
    '[]',
    '{"reports":[{"ref":"r","status":"lost"}]}',
    '{"inbound":[{"id":"1"}]}',
    '{"optOuts":[{"number":"+82"}]}',
  ];
  for (const body of forms) t.is(parse(body).kind, 'malformed', body);
});
