export const system = {
  title: '시스템',
  lead: '설치된 각 부분이 지금 어떤지 5초마다 확인합니다.',
  checked: '{{at}} 확인',
  allWell: '모두 정상입니다.',
  someWrong: '{{count}}곳을 살펴보아야 합니다.',
  state: { ok: '정상', degraded: '주의', down: '장애', off: '사용 안 함' },
  version: '버전',
  lastSuccess: '마지막 성공',
  lastError: '마지막 오류',
  error: '오류 내용',
  todo: '할 일',
  never: '없음',
};
