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
  invoice: '송장 번호 입력',
  lookUp: '배송 조회',
  which: '배송 상태 확인',
  accepted: '접수 안내',
  onTheWay: '배송 중 안내',
  delivered: '배송 완료 안내',
  unknown: '조회 결과 없음 안내',
  unreachable: '조회 실패 안내',
  hours: '상담 시간 확인',
  connecting: '상담원 연결 안내',
  agent: '상담원 연결',
  away: '상담원 부재 안내',
  closed: '상담 종료 안내',
  message: '메시지 남기기',
  saved: '저장 안내',
  empty: '빈 메시지 안내',
  pickup: '방문 접수 안내',
  ...ENDS_OF.labels,
};

const INVOICE = { say: 'digits', value: { variable: 'invoice' } } as const;

/** The address is where every business puts its own. */
const lookUp: Drawn = {
  type: 'httpRequest',
  url: 'https://api.example.com/parcels/{invoice}',
  timeoutMs: 5_000,
  retries: 1,
  take: [
    { variable: 'state', path: 'state' },
    { variable: 'dueDate', path: 'dueDate' },
  ],
  filler: 'ko/system/music.wav',
  next: { ok: 'which', refused: 'unknown', failed: 'unreachable', timeout: 'unreachable' },
};

const which: Drawn = {
  type: 'switch',
  variable: 'state',
  cases: [
    { outcome: 'accepted', is: ['accepted'] },
    { outcome: 'onTheWay', is: ['onTheWay'] },
    { outcome: 'delivered', is: ['delivered'] },
  ],
  next: { accepted: 'accepted', onTheWay: 'onTheWay', delivered: 'delivered', otherwise: 'unknown' },
  outcomeWords: { accepted: '접수', onTheWay: '배송 중', delivered: '배송 완료' },
};

function blocks() {
  return {
    pickUp: answer('greeting'),
    greeting: says('menu', '안녕하십니까. 배송 조회 서비스입니다.'),
    menu: menu(
      '배송 조회는 일번, 방문 접수 안내는 이번, 상담원 연결은 영번을 눌러 주십시오.',
      { '1': 'track', '2': 'pickup', '0': 'agent' },
      { track: 'invoice', pickup: 'pickup', agent: 'hours', noInput: 'givingUp', wrongKey: 'givingUp' },
      { track: '배송 조회', pickup: '방문 접수', agent: '상담원' },
    ),
    invoice: asks('송장 번호 열 자리에서 열두 자리를 누르고 우물정 자를 눌러 주십시오.', {
      min: 10,
      max: 12,
      variable: 'invoice',
      confirm: readBack('누르신 번호는', INVOICE, '입니다.'),
      next: { collected: 'lookUp', noInput: 'hours', invalid: 'hours' },
    }),
    lookUp,
    which,
    accepted: informs('goodbye', '고객님의 물품은 접수되어 곧 출발합니다.'),
    onTheWay: informs('goodbye', '고객님의 물품은 배송 중이며, 도착 예정일은', dueDate(), '입니다.'),
    delivered: informs('goodbye', '고객님의 물품은 배송이 완료되었습니다.'),
    unknown: says('hours', '누르신 송장 번호로 조회되는 물품이 없습니다.'),
    unreachable: says('hours', '지금은 배송 조회를 할 수 없습니다.'),
    hours: hours({ open: 'connecting', closed: 'closed', lunch: 'closed', holiday: 'closed' }),
    connecting: says('agent', '상담원을 연결해 드리겠습니다.'),
    agent: rings('1001', 'goodbye', 'away'),
    away: says('message', '상담원이 전화를 받을 수 없습니다. 메시지를 남겨 주시면 연락드리겠습니다.'),
    closed: says('message', '지금은 상담 시간이 아닙니다. 메시지를 남겨 주시면 연락드리겠습니다.'),
    message: records('삐 소리가 난 후 송장 번호와 용건을 말씀하시고, 끝나면 우물정 자를 눌러 주십시오.', {
      recorded: 'saved',
      empty: 'empty',
      failed: 'recordingFailed',
    }),
    saved: says('goodbye', '메시지가 저장되었습니다.'),
    empty: says('goodbye', '녹음된 내용이 없습니다.'),
    pickup: informs('goodbye', '방문 접수는 평일 오후 두시까지 받으며, 다음 날 기사가 방문합니다.'),
    ...ENDS_OF.blocks('이용해 주셔서 감사합니다.'),
  };
}

function dueDate() {
  return { say: 'date', value: { variable: 'dueDate' } } as const;
}

/** Starting point of a parcel service: where a parcel is, asked of the company's own system, else a person. */
export const delivery: ScenarioDraft = {
  schema: 1,
  name: '택배 배송 조회',
  language: 'ko',
  variables: {
    invoice: { type: 'digits' },
    state: { type: 'text' },
    dueDate: { type: 'date' },
  },
  entry: 'pickUp',
  blocks: labelled(blocks(), LABELS),
};
