import type { Texts } from '../../contracts/api/texts.ts';

/** What the causes mean to somebody who tries a trunk; FreeSWITCH's names, and ours for what never reached the wire. */
const WORDS: Readonly<Record<string, Texts>> = {
  NORMAL_CLEARING: { ko: '정상적으로 끝났습니다.', en: 'It ended normally.' },
  USER_BUSY: { ko: '상대방이 통화 중입니다.', en: 'The number is busy.' },
  NO_ANSWER: { ko: '상대방이 받지 않았습니다.', en: 'Nobody answered.' },
  NO_USER_RESPONSE: { ko: '상대방 전화기가 응답하지 않습니다.', en: 'The phone does not respond.' },
  CALL_REJECTED: {
    ko: '상대방 또는 통신사가 거절했습니다.',
    en: 'The callee or the carrier refused the call.',
  },
  UNALLOCATED_NUMBER: { ko: '없는 번호입니다.', en: 'There is no such number.' },
  INVALID_NUMBER_FORMAT: {
    ko: '통신사가 번호 형식을 받아들이지 않습니다.',
    en: 'The carrier does not take this form of number.',
  },
  NORMAL_TEMPORARY_FAILURE: {
    ko: '일시적인 장애로 연결되지 않았습니다.',
    en: 'A temporary failure: it was not connected.',
  },
  NETWORK_OUT_OF_ORDER: {
    ko: '통신사 서버에 연결하지 못했습니다.',
    en: "The carrier's server was not reached.",
  },
  DESTINATION_OUT_OF_ORDER: { ko: '상대 회선이 고장입니다.', en: "The callee's line is out of order." },
  RECOVERY_ON_TIMER_EXPIRE: {
    ko: '통신사 서버가 응답하지 않았습니다.',
    en: "The carrier's server did not answer.",
  },
  INCOMPATIBLE_DESTINATION: { ko: '음성 코덱이 서로 맞지 않습니다.', en: 'The two sides share no codec.' },
  MEDIA_LOST: {
    ko: '교환기가 다시 시작되어 통화가 끊겼습니다.',
    en: 'The switch restarted, and the call was cut off.',
  },
  ORIGINATOR_CANCEL: { ko: '우리 쪽에서 취소했습니다.', en: 'We cancelled it.' },
  OUTGOING_CALL_BARRED: { ko: '발신이 허용되지 않은 번호입니다.', en: 'This number may not be dialled.' },
  INVALID_GATEWAY: { ko: '교환기에 이 회선이 설정되어 있지 않습니다.', en: 'The switch has no such trunk.' },
  GATEWAY_DOWN: { ko: '회선이 꺼져 있거나 죽어 있습니다.', en: 'The trunk is switched off or down.' },
  FACILITY_NOT_SUBSCRIBED: {
    ko: '이 회선에서 쓸 수 없는 발신번호입니다.',
    en: 'The number to be shown is not allowed on this trunk.',
  },
  NORMAL_CIRCUIT_CONGESTION: {
    ko: '회선의 동시 통화 수가 가득 찼습니다.',
    en: 'The trunk has no free line.',
  },
  SWITCH_CONGESTION: {
    ko: '초당 발신 수를 넘었습니다. 잠시 후 다시 하십시오.',
    en: 'Too many calls a second: try again.',
  },
  NOT_STARTED: { ko: '시험 통화를 시작하지 못했습니다.', en: 'The test call could not be started.' },
  LOST: { ko: '결과를 알 수 없습니다.', en: 'What became of it is not known.' },
};

/** A cause in words, with its code where we have none; null while there is no cause. */
export function causeWords(cause: string | null): Texts | null {
  if (cause === null) return null;
  return WORDS[cause] ?? { ko: `통화가 끝났습니다 (${cause}).`, en: `The call ended (${cause}).` };
}
