import type { ProviderWord } from '../../../../contracts/message/provider.ts';
import { harmless } from '../shared/harmless.ts';
import { instantOf } from './korean-time.ts';
import type { ListedAlimtalk, ListedSms, ResultHook } from './shapes.ts';

/** Both products call a delivery so. */
const SUCCESS = '1000';

/** What the commoner result codes mean, for people. Others say it by NHN's own words, or by the code alone. */
const MEANINGS: Readonly<Record<string, string>> = {
  1002: '수신번호 형식 오류',
  1003: '발신번호 형식 오류',
  2000: '전송 시간 초과',
  2003: '전원 꺼짐',
  2005: '음영 지역',
  3001: '가입자 없음',
  3003: '결번이거나 잘못된 번호',
  3004: '일시 정지된 단말',
  3006: '착신 거절',
  3012: '스팸으로 차단됨',
  3017: '변작된 발신번호',
  3018: '번호 도용 차단 서비스에 가입된 발신번호',
  E915: '중복 메시지',
};
const meaningOf = (code: string, said: string | null | undefined): string =>
  harmless(said ?? '') || (MEANINGS[code] ?? '');

type Fate = { kind: 'pending' } | { kind: 'delivered' } | { kind: 'failed'; code: string };

/** 0 failed, 1 requested, 2 in progress, 3 succeeded, 4 called off, 5 doubled, 6 barred (ad), 7 waiting (ad). */
function smsFate({ msgStatus, resultCode }: ListedSms): Fate {
  if (msgStatus === '3') return { kind: 'delivered' };
  if (['0', '4', '5', '6'].includes(msgStatus))
    return { kind: 'failed', code: resultCode ?? `msgStatus-${msgStatus}` };
  return { kind: 'pending' };
}

function alimtalkFate({ messageStatus, resultCode }: ListedAlimtalk): Fate {
  if (messageStatus === 'FAILED' || messageStatus === 'CANCEL')
    return { kind: 'failed', code: resultCode ?? messageStatus };
  if (messageStatus !== 'COMPLETED' || !resultCode) return { kind: 'pending' };
  return isSuccess(resultCode) ? { kind: 'delivered' } : { kind: 'failed', code: resultCode };
}

/** `MRC01` in searches, 1000 everywhere else. */
const isSuccess = (code: string): boolean => code === SUCCESS || code === 'MRC01';

/** Our name for a text at NHN. */
export const providerIdOf = (requestId: string, recipientSeq: number | string): string =>
  `${requestId}:${recipientSeq}`;

/** What a listed SMS, LMS or MMS says about the text `ref`. */
export const smsWord = (ref: string, listed: ListedSms, now: number): ProviderWord =>
  word({ ref }, smsFate(listed), listed, listed.resultDate, now);

/** What a listed Alimtalk says about the text `ref`. */
export const alimtalkWord = (ref: string, listed: ListedAlimtalk, now: number): ProviderWord =>
  word({ ref }, alimtalkFate(listed), listed, listed.receiveDate, now);

/** How a hook names its text: by our reference when it brings it along. */
export function namedBy(hook: ResultHook): ProviderWord['by'] {
  const ref = hook.recipientGroupingKey ?? hook.recipientGropuingKey;
  return ref ? { ref } : { providerId: providerIdOf(hook.requestId, hook.recipientSeq) };
}

/** What a report says; undefined when it has neither a code nor a state. */
export function hookWord(hook: ResultHook, now: number): ProviderWord | undefined {
  const { resultCode, messageStatus } = hook;
  if (!resultCode && !messageStatus) return undefined;
  const delivered = resultCode ? isSuccess(resultCode) : messageStatus === 'COMPLETED';
  const fate: Fate =
    delivered && (!messageStatus || messageStatus === 'COMPLETED')
      ? { kind: 'delivered' }
      : { kind: 'failed', code: resultCode && !delivered ? resultCode : (messageStatus ?? 'FAILED') };
  return word(namedBy(hook), fate, hook, hook.receiveDate, now);
}

function word(
  by: ProviderWord['by'],
  fate: Fate,
  said: { requestId: string; recipientSeq: number | string; resultCodeName?: unknown },
  date: string | null | undefined,
  now: number,
): ProviderWord {
  const providerId = providerIdOf(said.requestId, said.recipientSeq);
  const at = instantOf(date) ?? now;
  if (fate.kind === 'pending') return { by, kind: 'accepted', providerId };
  if (fate.kind === 'delivered') return { by, kind: 'delivered', at, providerId };
  const words = typeof said.resultCodeName === 'string' ? said.resultCodeName : '';
  return { by, kind: 'failed', at, code: fate.code, reason: meaningOf(fate.code, words), providerId };
}
