import { ENGLISH_TEXTS } from './english-texts.ts';
import { startingPointTexts } from './starting-point-texts.ts';

/** What every shipped prompt says: path below `prompts/` → text. Replace a file of the same name to change the voice. */
const units = ['일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

const DIGITS: Record<string, string> = {
  'ko/digit/0.wav': '공',
  ...Object.fromEntries(units.map((word, index) => [`ko/digit/${index + 1}.wav`, word])),
  'ko/digit/star.wav': '별표',
  'ko/digit/hash.wav': '우물정',
};

const scaled = (unit: number, word: string): Record<string, string> =>
  Object.fromEntries(
    units.map((digit, index) => [
      `ko/number/${(index + 1) * unit}.wav`,
      index === 0 ? word : `${digit}${word}`,
    ]),
  );

const NUMBERS: Record<string, string> = {
  'ko/number/0.wav': '영',
  ...scaled(10, '십'),
  ...scaled(100, '백'),
  ...scaled(1_000, '천'),
  'ko/number/10000.wav': '만',
  'ko/number/100000000.wav': '억',
  'ko/number/minus.wav': '마이너스',
};

const MONTHS = ['일', '이', '삼', '사', '오', '유', '칠', '팔', '구', '시', '십일', '십이'];
const DATES: Record<string, string> = {
  ...Object.fromEntries(MONTHS.map((word, index) => [`ko/date/month-${index + 1}.wav`, `${word}월`])),
  'ko/date/year.wav': '년',
  'ko/date/day.wav': '일',
};

const NATIVE_UNITS = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];
const NATIVE_TENS = ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const COUNTS: Record<string, string> = {
  ...Object.fromEntries(NATIVE_UNITS.map((word, index) => [`ko/native/${index + 1}.wav`, word])),
  ...Object.fromEntries(NATIVE_TENS.map((word, index) => [`ko/native/${(index + 1) * 10}.wav`, word])),
  'ko/native/20-alone.wav': '스무',
  'ko/native/first.wav': '첫',
  'ko/unit/people.wav': '명',
  'ko/unit/items.wav': '개',
  'ko/unit/cases.wav': '건',
  'ko/unit/times.wav': '번',
  'ko/unit/minutes.wav': '분',
  'ko/unit/hours.wav': '시간',
  'ko/unit/days.wav': '일',
  'ko/unit/floors.wav': '층',
  'ko/unit/place.wav': '번째',
  'ko/unit/won.wav': '원',
  'ko/time/am.wav': '오전',
  'ko/time/pm.wav': '오후',
  'ko/time/hour.wav': '시',
  'ko/time/noon.wav': '정오',
  'ko/time/midnight.wav': '자정',
};

const SYSTEM: Record<string, string> = {
  'ko/system/apology.wav': '죄송합니다. 시스템 문제로 통화를 마칩니다. 잠시 후 다시 걸어 주십시오.',
  'ko/system/waiting.wav': '잠시만 기다려 주십시오.',
  'ko/system/prompt-failed.wav': '안내 음성에 문제가 있습니다. 잠시만 기다려 주십시오.',
  'ko/system/accept.wav': '연결을 기다리는 전화가 있습니다. 받으시려면 일번을 눌러 주십시오.',
  'ko/system/fallback.wav': '죄송합니다. 지금은 연결할 수 없습니다. 잠시 후 다시 걸어 주십시오.',
};

const MAIN_LINE: Record<string, string> = {
  'ko/main/greeting.wav': '안녕하십니까. 콜라이트 대표 전화입니다.',
  'ko/main/menu.wav':
    '상담 연결은 일번, 콜백 안내는 이번, 메시지 남기기는 삼번, 영업시간 안내는 사번, 다시 들으시려면 영번을 눌러 주십시오.',
  'ko/main/no-input.wav': '입력이 없습니다.',
  'ko/main/wrong-key.wav': '잘못 누르셨습니다.',
  'ko/main/giving-up.wav': '입력이 확인되지 않아 통화를 마칩니다. 감사합니다.',
  'ko/main/closed.wav': '지금은 영업시간이 아닙니다. 영업시간은 평일 오전 아홉시부터 오후 여섯시까지입니다.',
  'ko/main/lunch.wav': '지금은 점심시간입니다. 오후 한시 이후에 다시 걸어 주십시오.',
  'ko/main/holiday.wav': '오늘은 휴무일입니다. 다음 영업일에 다시 걸어 주십시오.',
  'ko/main/connecting.wav': '상담원을 연결해 드리겠습니다.',
  'ko/main/agent-busy.wav': '상담원이 통화 중입니다. 메시지를 남겨 주시면 연락드리겠습니다.',
  'ko/main/agent-away.wav': '상담원이 전화를 받을 수 없습니다. 메시지를 남겨 주시면 연락드리겠습니다.',
  'ko/main/agent-unreachable.wav': '지금은 상담원을 연결할 수 없습니다. 잠시 후 다시 걸어 주십시오.',
  'ko/main/callback.wav':
    '콜백을 원하시면 상담 시간에 이 번호로 문자를 보내 주십시오. 순서대로 전화드리겠습니다.',
  'ko/main/opening-hours.wav':
    '영업시간은 평일 오전 아홉시부터 오후 여섯시까지이며, 점심시간은 열두시부터 한시까지입니다.',
  'ko/main/leave-message.wav': '삐 소리가 난 후 말씀하시고, 끝나면 우물정 자를 눌러 주십시오.',
  'ko/main/message-saved.wav': '메시지가 저장되었습니다.',
  'ko/main/message-empty.wav': '녹음된 내용이 없습니다.',
  'ko/main/message-failed.wav': '죄송합니다. 메시지를 저장하지 못했습니다.',
  'ko/main/goodbye.wav': '이용해 주셔서 감사합니다.',
};

const PIN_LINE: Record<string, string> = {
  'ko/pin/greeting.wav': '안녕하십니까. 본인 확인 서비스입니다.',
  'ko/pin/enter.wav': '비밀번호 여섯 자리를 눌러 주십시오.',
  'ko/pin/no-input.wav': '입력이 없습니다. 비밀번호 여섯 자리를 눌러 주십시오.',
  'ko/pin/invalid.wav': '여섯 자리 숫자가 아닙니다. 다시 눌러 주십시오.',
  'ko/pin/wrong.wav': '비밀번호가 맞지 않습니다.',
  'ko/pin/tries-left.wav': '남은 횟수는',
  'ko/pin/times.wav': '번입니다.',
  'ko/pin/verified.wav': '확인되었습니다. 최근 접수 번호는',
  'ko/pin/is.wav': '입니다.',
  'ko/pin/date-is.wav': '접수일은',
  'ko/pin/refused.wav': '비밀번호를 확인할 수 없어 통화를 마칩니다.',
  'ko/pin/goodbye.wav': '감사합니다.',
};

const BENCH: Record<string, string> = {
  'ko/bench/menu-1.wav': '일번이나 이번을 눌러 주십시오.',
  'ko/bench/menu-2.wav': '다시 일번이나 이번을 눌러 주십시오.',
  'ko/bench/menu-3.wav': '마지막으로 일번이나 이번을 눌러 주십시오.',
  'ko/bench/again.wav': '다시 눌러 주십시오.',
  'ko/bench/goodbye.wav': '감사합니다.',
};

const NAMED: Record<string, string> = {
  ...SYSTEM,
  ...DIGITS,
  ...NUMBERS,
  ...DATES,
  ...COUNTS,
  ...MAIN_LINE,
  ...PIN_LINE,
  ...BENCH,
  ...ENGLISH_TEXTS,
};

/** Prompts that are spoken; `ko/system/music.wav` is made of tones. */
export const PROMPT_TEXTS: Record<string, string> = {
  ...NAMED,
  ...startingPointTexts(Object.values(NAMED)),
};

export const MUSIC_PATH = 'ko/system/music.wav';
export const MUSIC_TEXT = '(대기 음악)';
