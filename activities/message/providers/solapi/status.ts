import type { ProviderWord } from '../../../../contracts/message/provider.ts';
import { harmless } from '../shared/harmless.ts';
import type { Message } from './shapes.ts';

/** Taken in, or with the carrier: the fate is open. */
const PENDING = new Set(['2000', '3000']);
const DELIVERED = '4000';

/** What the commoner codes mean, for people. Others say it by Solapi's own words, or by the code alone. */
const MEANINGS: Readonly<Record<string, string>> = {
  1026: '같은 번호가 이미 있음',
  1030: '잔액 부족',
  1042: '알림톡 템플릿을 찾을 수 없음',
  1043: '알림톡 템플릿과 내용이 다름',
  1060: '차단된 수신번호',
  1061: '수신거부한 번호',
  1062: '등록되지 않은 발신번호',
  2061: '수신거부한 번호',
  2062: '등록되지 않은 발신번호',
  2230: '잔액 부족',
  3032: '가입자 없음',
  3040: '전송 시간 초과',
  3042: '음영 지역',
  3043: '전원 꺼짐',
  3045: '일시 정지된 단말',
  3047: '착신 거절',
  3054: '스팸으로 차단됨',
  3059: '변작된 발신번호',
  3103: '알림톡 템플릿과 내용이 다름',
  3104: '카카오톡 미사용자',
  3105: '등록되지 않은 알림톡 템플릿',
  3107: '알림톡을 차단했거나 최근 카카오톡을 쓰지 않음',
};

/** What a status code means in words, for people. */
export const meaningOf = (code: string, said: string | null | undefined): string =>
  MEANINGS[code] ?? harmless(said ?? '');

/**
 * What a listed message says about the text `ref`: 4000 is delivered, 2000 and 3000 are on their way, every other code
 * of 1xxx to 3xxx is the end. In a group that failed nothing is on its way any more. Undefined: a code nobody knows.
 */
export function wordOf(
  ref: string,
  message: Message,
  groupFailed: boolean,
  now: number,
): ProviderWord | undefined {
  const { messageId: providerId, statusCode } = message;
  const code = statusCode ?? '';
  const by = { ref };
  const at = timeOf(message, now);
  if (code === DELIVERED) return { by, kind: 'delivered', at, providerId };
  if (PENDING.has(code) && !groupFailed) return { by, kind: 'accepted', providerId };
  if (PENDING.has(code))
    return { by, kind: 'failed', at, code: 'FailedGroup', reason: 'the group was called off', providerId };
  if (!/^[123]\d{3}$/.test(code)) return undefined;
  return { by, kind: 'failed', at, code, reason: meaningOf(code, message.reason), providerId };
}

function timeOf({ dateReceived, dateReported, dateUpdated }: Message, now: number): number {
  const at = Date.parse(dateReceived ?? dateReported ?? dateUpdated ?? '');
  return Number.isNaN(at) ? now : at;
}
