import test from 'ava';
import type { ReportVerdict } from '../../../../contracts/message/provider.ts';
import { createParseReport } from './report.ts';

const SIGNATURE = 'a-text-of-NHNs-console';
const NOW = Date.UTC(2026, 2, 1);
const REF = '00000000-0000-4000-8000-000000000001';

const parse = (content: unknown, signature: string | undefined, given?: string): ReportVerdict =>
  createParseReport(
    signature,
    () => NOW,
  )({
    headers: given === undefined ? {} : { 'x-toast-webhook-signature': given },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  });

const sms = {
  hookId: 'h1',
  senderType: 'NORMAL_SMS',
  requestId: '20240429205802y0Tl7Gbz0e0',
  recipientSeq: 1,
  receiveDate: '2026-02-28T20:58:04',
  recipientNo: '01012345678',
  messageStatus: 'COMPLETED',
  recipientGropuingKey: REF,
  resultCode: '1000',
};
const kakao = {
  requestId: 'R2',
  recipientSeq: 7,
  receiveDate: '2026-02-28 20:58:04',
  resultCode: '3018',
  recipientGroupingKey: null,
};
const results = { event: 'MESSAGE_RESULT_UPDATE', productName: 'SMS', hooks: [sms, kakao] };

test('a signed report is believed: text, time and fate', (t) => {
  t.deepEqual(parse(results, SIGNATURE, SIGNATURE), {
    kind: 'words',
    inbound: [],
    optOuts: [],
    words: [
      {
        by: { ref: REF },
        kind: 'delivered',
        at: Date.UTC(2026, 1, 28, 11, 58, 4),
        providerId: '20240429205802y0Tl7Gbz0e0:1',
      },
      {
        by: { providerId: 'R2:7' },
        kind: 'failed',
        at: Date.UTC(2026, 1, 28, 11, 58, 4),
        code: '3018',
        reason: '번호 도용 차단 서비스에 가입된 발신번호',
        providerId: 'R2:7',
      },
    ],
  });
});

test('a report without the signature, or with another one, is refused', (t) => {
  t.is(parse(results, SIGNATURE).kind, 'refused');
  t.is(parse(results, SIGNATURE, '').kind, 'refused');
  t.is(parse(results, SIGNATURE, `${SIGNATURE}x`).kind, 'refused');
});

test('without a signature set, a report only says whom to ask for', (t) => {
  t.deepEqual(parse(results, undefined), { kind: 'look-up', by: [{ ref: REF }, { providerId: 'R2:7' }] });
});

test('states of SMS that are no delivery are failures', (t) => {
  for (const messageStatus of ['FAILED', 'CANCEL', 'DUPLICATED', 'FAILED_AD']) {
    const verdict = parse({ ...results, hooks: [{ ...sms, messageStatus }] }, SIGNATURE, SIGNATURE);
    t.is(verdict.kind === 'words' && verdict.words[0]?.kind, 'failed', messageStatus);
  }
});

test('who opted out is believed, signed or not', (t) => {
  const hook = {
    recipientNo: '010-1234-5678',
    unsubscribeNo: '08012341234',
    createdDateTime: '2026-02-28T11:25:10.000+09:00',
  };
  const content = { event: 'UNSUBSCRIBE', hooks: [hook] };
  const expected = {
    kind: 'words',
    words: [],
    inbound: [],
    optOuts: [{ digits: '01012345678', at: Date.UTC(2026, 1, 28, 2, 25, 10) }],
  };
  t.deepEqual(parse(content, undefined), expected as ReportVerdict);
  t.deepEqual(parse(content, SIGNATURE, SIGNATURE), expected as ReportVerdict);
});

test('events about other things change nothing; forms that nobody knows are malformed', (t) => {
  t.deepEqual(parse({ event: 'CONVERSION_BLOCK', hooks: [{}] }, SIGNATURE, SIGNATURE), {
    kind: 'words',
    words: [],
    inbound: [],
    optOuts: [],
  });
  for (const content of ['', '{', '[]', { event: 'UNSUBSCRIBE' }, { ...results, hooks: [{}] }])
    t.is(parse(content, SIGNATURE, SIGNATURE).kind, 'malformed', JSON.stringify(content));
});
