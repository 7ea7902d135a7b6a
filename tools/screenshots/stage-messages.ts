import { randomUUID } from 'node:crypto';
import { systemActor } from '../../contracts/api/actor.ts';
import type { TestEngine } from '../../test/support/engine.ts';
import { MAIN_LINE } from '../../workers/setup/demo-numbers.ts';

/** Asks the api as the person on the stage; what it answers, or undefined when it refused. */
export type Send = (path: string, body: object) => Promise<unknown>;

const TEMPLATE = { subject: null, smsBody: null, alimtalkChannel: null, alimtalkCode: null, purpose: 'info' };
const CONFIRMED = '{{은는 이름}} 님, {{날짜}} 예약이 확정되었습니다. 금액은 {{원 금액}}입니다.';
const ALIMTALK = {
  ...TEMPLATE,
  name: '배송 안내',
  kind: 'alimtalk',
  body: '#{이름} 님, 주문하신 #{상품} 상품이 오늘 도착합니다.',
  smsBody: '#{이름} 님, 오늘 도착합니다.',
  alimtalkChannel: '@sample',
  alimtalkCode: 'DLV_01',
};
const NUMBERS = ['010-0000-0001', '010-0000-0002', '010-0000-0003'];
const LONG =
  '안녕하세요. 요청하신 상담이 접수되었습니다.\n담당자가 곧 연락드리겠습니다. 궁금하신 점은 대표번호로 전화해 주십시오.';

/** Something on every page of messages; returns the id of one that was sent. */
export async function stageMessages(engine: TestEngine, send: Send): Promise<string> {
  await send('/message-templates', { ...TEMPLATE, name: '예약 확인', kind: 'text', body: CONFIRMED });
  await send('/message-templates', ALIMTALK);
  await send('/senders', { digits: '0212345678', label: '예약 안내', user: null });
  await send('/senders', { digits: '15880000', label: '전국 대표', user: null });
  await send('/opt-outs', { number: '010-0000-0009', scope: 'all', note: '전화로 요청' });
  await send('/ad-consents', { numbers: NUMBERS, night: false, source: '가입 신청서' });
  await send('/letterings', { digits: '0212345678', phrase: '고객센터', carrier: '통신사' });
  await comeIn(engine);
  await send('/messages', { key: randomUUID(), text: LONG, recipients: [{ number: NUMBERS[0] }] });
  const recipients = [...NUMBERS, '010-0000-0009', '02-1234-5678'].map((number) => ({ number }));
  const sent = await send('/messages', { key: randomUUID(), text: '테스트 문자 입니다.', recipients });
  return typeof sent === 'object' && sent !== null && 'id' in sent ? String(sent.id) : 'none';
}

/** Two texts that came in at the main line. */
async function comeIn({ database }: TestEngine): Promise<void> {
  const text = { to: MAIN_LINE, subject: null, at: Date.now() };
  const texts = [
    { ...text, providerId: randomUUID(), from: '01000001111', text: '주차는 어디에 하면 되나요?' },
    { ...text, providerId: randomUUID(), from: '01000002222', text: '네, 내일 3시에 가겠습니다.' },
  ];
  await database.repositories.inboundTexts.record(systemActor('test'), 'webhook', texts);
}
