import type { CallView } from '../../contracts/api/calls.ts';
import type { CallResult, OutcomeReason } from '../../contracts/call/outcome.ts';

/** Texts of an exported file. */
export type ExportWords = {
  readonly headings: readonly string[];
  readonly direction: Readonly<Record<CallView['direction'], string>>;
  readonly state: Readonly<Record<CallView['state'], string>>;
  readonly result: Readonly<Record<CallResult, string>>;
  readonly reason: Readonly<Record<OutcomeReason, string>>;
  readonly cut: (rows: number) => string;
};

const ko: ExportWords = {
  headings: [
    '통화 ID',
    '수신 시각',
    '응답 시각',
    '종료 시각',
    '방향',
    '발신 번호',
    '수신 번호',
    '시나리오',
    '상태',
    '결과',
    '사유',
    '통화 시간(초)',
  ],
  direction: { inbound: '수신', outbound: '발신' },
  state: { starting: '시작 중', active: '통화 중', ended: '종료' },
  result: {
    success: '정상 처리',
    client: '발신자 사정',
    upstream: '상대방·통신망 사정',
    server: '시스템 장애',
    indeterminate: '확인 불가',
  },
  reason: {
    completed: '시나리오 완료',
    connected: '상담 연결됨',
    'message-left': '메시지 남김',
    informed: '안내 청취 완료',
    'caller-hung-up': '발신자가 끊음',
    'no-input': '입력 없음',
    'wrong-input': '잘못된 입력',
    refused: '본인 확인 실패',
    busy: '상대방 통화 중',
    'no-answer': '응답 없음',
    rejected: '상대방이 거절함',
    unreachable: '연결할 수 없음',
    bug: '프로그램 오류',
    'media-lost': '음성 연결 끊김',
    'prompt-missing': '안내 음원 없음',
    'recording-failed': '녹음 실패',
    'scenario-missing': '시나리오 없음',
    'switch-unreachable': '교환기 응답 없음',
    'engine-unavailable': '처리 엔진 중단',
    'too-long': '최대 통화 시간 초과',
    unknown: '결과를 알 수 없음',
  },
  cut: (rows) => `${rows.toLocaleString('ko-KR')}건까지만 담았습니다. 기간이나 조건을 좁혀 다시 받으세요.`,
};

const en: ExportWords = {
  headings: [
    'Call ID',
    'Arrived',
    'Answered',
    'Ended',
    'Direction',
    'Caller',
    'Called',
    'Scenario',
    'State',
    'Result',
    'Reason',
    'Talked (s)',
  ],
  direction: { inbound: 'Inbound', outbound: 'Outbound' },
  state: { starting: 'Starting', active: 'In progress', ended: 'Ended' },
  result: {
    success: 'Success',
    client: 'Caller’s side',
    upstream: 'Other side or network',
    server: 'System failure',
    indeterminate: 'Not known',
  },
  reason: {
    completed: 'Scenario completed',
    connected: 'Connected',
    'message-left': 'Message left',
    informed: 'Heard the information',
    'caller-hung-up': 'Caller hung up',
    'no-input': 'No input',
    'wrong-input': 'Wrong input',
    refused: 'Not identified',
    busy: 'Busy',
    'no-answer': 'No answer',
    rejected: 'Rejected',
    unreachable: 'Unreachable',
    bug: 'Program error',
    'media-lost': 'Audio lost',
    'prompt-missing': 'Prompt missing',
    'recording-failed': 'Recording failed',
    'scenario-missing': 'No scenario',
    'switch-unreachable': 'Switch did not answer',
    'engine-unavailable': 'Engine unavailable',
    'too-long': 'Longest call exceeded',
    unknown: 'Result not known',
  },
  cut: (rows) => `Only the first ${rows.toLocaleString('en')} rows: narrow the period or the filters.`,
};

export const EXPORT_WORDS = { ko, en } as const;
