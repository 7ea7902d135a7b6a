import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { labelled } from './labelled.ts';
import {
  answer,
  asks,
  type Drawn,
  ENDS_OF,
  hours,
  informs,
  menu,
  readBack,
  records,
  rings,
  says,
} from './pieces.ts';

const LABELS = {
  pickUp: '전화 받기',
  greeting: '인사말',
  menu: '서비스 선택',
  day: '날짜 입력',
  time: '시각 입력',
  people: '인원 입력',
  note: '예약 요청 기록',
  text: '접수 문자 보내기',
  texted: '문자 안내',
  untold: '접수 안내',
  hours: '영업시간 확인',
  desk: '직원 연결',
  away: '부재 안내',
  closed: '영업 종료 안내',
  message: '메시지 남기기',
  saved: '저장 안내',
  empty: '빈 메시지 안내',
  information: '매장 안내',
  ...ENDS_OF.labels,
};

const DAY = { say: 'date', value: { variable: 'day' } } as const;
const TIME = { say: 'time', value: { variable: 'time' } } as const;
const PEOPLE = { say: 'count', unit: 'people', value: { variable: 'people' } } as const;

const note: Drawn = {
  type: 'log',
  text: '예약 요청',
  values: ['day', 'time', 'people'],
  next: { done: 'text' },
};

const text: Drawn = {
  type: 'sendMessage',
  text: '{{날짜}} {{시각}}, {{인원}}명 예약 요청을 받았습니다. 확인 후 연락드리겠습니다.',
  values: { 날짜: { variable: 'day' }, 시각: { variable: 'time' }, 인원: { variable: 'people' } },
  next: { accepted: 'texted', refused: 'untold', failed: 'untold' },
};

function blocks() {
  return {
    pickUp: answer('greeting'),
    greeting: says('menu', '안녕하십니까. 예약 데스크입니다.'),
    menu: menu(
      '예약 요청은 일번, 매장 안내는 이번, 예약 확인과 변경은 영번을 눌러 주십시오.',
      { '1': 'book', '2': 'information', '0': 'desk' },
      { book: 'day', information: 'information', desk: 'hours', noInput: 'givingUp', wrongKey: 'givingUp' },
      { book: '예약 요청', information: '매장 안내', desk: '직원' },
    ),
    day: asks('예약하실 날짜를 연월일 여덟 자리로 눌러 주십시오.', {
      min: 8,
      max: 8,
      validator: 'date',
      variable: 'day',
      confirm: readBack('예약하실 날짜는', DAY, '입니다.'),
      next: { collected: 'time', noInput: 'hours', invalid: 'hours' },
    }),
    time: asks('예약하실 시각을 이십사 시간제 네 자리로 눌러 주십시오. 오후 일곱시는 일 구 공 공입니다.', {
      min: 4,
      max: 4,
      validator: 'time',
      variable: 'time',
      confirm: readBack('예약하실 시각은', TIME, '입니다.'),
      next: { collected: 'people', noInput: 'hours', invalid: 'hours' },
    }),
    people: asks('인원수를 누르고 우물정 자를 눌러 주십시오.', {
      min: 1,
      max: 2,
      variable: 'people',
      confirm: readBack('인원은', PEOPLE, '입니다.'),
      next: { collected: 'note', noInput: 'hours', invalid: 'hours' },
    }),
    note,
    text,
    texted: informs('goodbye', '예약 요청을 받았습니다. 접수 내용을 문자로 보내 드렸습니다.'),
    untold: informs('goodbye', '예약 요청을 받았습니다. 확인 후 전화드리겠습니다.'),
    hours: hours({ open: 'desk', closed: 'closed', lunch: 'closed', holiday: 'closed' }),
    desk: rings('1001', 'goodbye', 'away'),
    away: says('message', '직원이 전화를 받을 수 없습니다. 메시지를 남겨 주시면 연락드리겠습니다.'),
    closed: says('message', '지금은 영업시간이 아닙니다. 메시지를 남겨 주시면 연락드리겠습니다.'),
    message: records('삐 소리가 난 후 성함과 예약 내용을 말씀하시고, 끝나면 우물정 자를 눌러 주십시오.', {
      recorded: 'saved',
      empty: 'empty',
      failed: 'recordingFailed',
    }),
    saved: says('goodbye', '메시지가 저장되었습니다.'),
    empty: says('goodbye', '녹음된 내용이 없습니다.'),
    information: informs(
      'goodbye',
      '저희 매장은 매일 오전 열한시부터 오후 열시까지 영업하며, 마지막 주문은 오후 아홉시입니다.',
    ),
    ...ENDS_OF.blocks('이용해 주셔서 감사합니다.'),
  };
}

/** Starting point of a reservation desk: day, time and party size by keys, a text to the caller, else a person. */
export const reservation: ScenarioDraft = {
  schema: 1,
  name: '예약 데스크',
  language: 'ko',
  variables: {
    day: { type: 'date' },
    time: { type: 'digits' },
    people: { type: 'digits' },
  },
  entry: 'pickUp',
  blocks: labelled(blocks(), LABELS),
};
