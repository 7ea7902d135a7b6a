import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { labelled } from './labelled.ts';
import { answer, ENDS_OF, hours, informs, menu, records, rings, says } from './pieces.ts';

const LABELS = {
  pickUp: '전화 받기',
  greeting: '인사말',
  hours: '진료 시간 확인',
  closed: '진료 종료 안내',
  lunch: '점심시간 안내',
  holiday: '휴진 안내',
  menu: '서비스 선택',
  booking: '예약 연결 안내',
  desk: '접수처 연결',
  deskAway: '접수처 부재 안내',
  message: '메시지 남기기',
  saved: '저장 안내',
  empty: '빈 메시지 안내',
  times: '진료 시간 안내',
  way: '오시는 길 안내',
  results: '검사 결과 안내',
  nurse: '간호사 연결',
  ...ENDS_OF.labels,
};

function blocks() {
  const choices = { '1': 'booking', '2': 'times', '3': 'way', '4': 'results', '0': 'desk', '9': 'repeat' };
  return {
    pickUp: answer('greeting'),
    greeting: says('hours', '안녕하십니까. 우리 의원입니다.'),
    hours: hours({ open: 'menu', closed: 'closed', lunch: 'lunch', holiday: 'holiday' }),
    closed: informs('goodbye', '지금은 진료 시간이 아닙니다. 응급 환자는 가까운 응급실을 이용해 주십시오.'),
    lunch: informs('goodbye', '지금은 점심시간입니다. 오후 두시 이후에 다시 걸어 주십시오.'),
    holiday: informs('goodbye', '오늘은 휴진입니다. 응급 환자는 가까운 응급실을 이용해 주십시오.'),
    menu: menu(
      '진료 예약과 변경은 일번, 진료 시간은 이번, 오시는 길은 삼번, 검사 결과는 사번, 접수처는 영번, 다시 들으시려면 구번을 눌러 주십시오.',
      choices,
      {
        booking: 'booking',
        times: 'times',
        way: 'way',
        results: 'results',
        desk: 'desk',
        repeat: 'menu',
        noInput: 'givingUp',
        wrongKey: 'givingUp',
      },
      {
        booking: '예약',
        times: '진료 시간',
        way: '오시는 길',
        results: '검사 결과',
        desk: '접수처',
        repeat: '다시 듣기',
      },
    ),
    booking: says('desk', '예약을 도와 드릴 접수처로 연결해 드리겠습니다.'),
    desk: rings('1001', 'goodbye', 'deskAway'),
    deskAway: says('message', '접수처가 전화를 받을 수 없습니다. 메시지를 남겨 주시면 연락드리겠습니다.'),
    message: records('삐 소리가 난 후 성함과 연락처, 용건을 말씀하시고, 끝나면 우물정 자를 눌러 주십시오.', {
      recorded: 'saved',
      empty: 'empty',
      failed: 'recordingFailed',
    }),
    saved: says('goodbye', '메시지가 저장되었습니다.'),
    empty: says('goodbye', '녹음된 내용이 없습니다.'),
    times: informs(
      'menu',
      '진료 시간은 평일 오전 아홉시부터 오후 여섯시까지, 토요일은 오후 한시까지입니다. 접수는 진료 마감 삼십분 전까지 받습니다.',
    ),
    way: informs(
      'menu',
      '저희 의원은 시청역 이번 출구에서 걸어서 삼분 거리에 있습니다. 건물 지하에 주차하실 수 있습니다.',
    ),
    results: says('nurse', '검사 결과는 본인에게만 알려 드립니다. 담당 간호사를 연결해 드리겠습니다.'),
    nurse: rings('1002', 'goodbye', 'deskAway'),
    ...ENDS_OF.blocks('이용해 주셔서 감사합니다. 건강하십시오.'),
  };
}

/** Starting point of a clinic: hours of the number, appointments, way, results. */
export const clinic: ScenarioDraft = {
  schema: 1,
  name: '병원 대표번호',
  language: 'ko',
  entry: 'pickUp',
  blocks: labelled(blocks(), LABELS),
};
