import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { labelled } from './labelled.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };

const LABELS = {
  pickUp: '전화 받기',
  greeting: '인사말',
  hours: '업무 시간 확인',
  closed: '업무 종료 안내',
  lunch: '점심시간 안내',
  holiday: '휴일 안내',
  menu: '서비스 선택',
  connecting: '연결 안내',
  agent: '상담원 연결',
  agentBusy: '통화 중 안내',
  agentAway: '부재 안내',
  agentUnreachable: '연결 실패 안내',
  callback: '콜백 안내',
  openingHours: '영업시간 안내',
  message: '메시지 남기기',
  messageSaved: '저장 안내',
  messageEmpty: '빈 메시지 안내',
  messageFailed: '저장 실패 안내',
  goodbye: '끝인사',
  end: '전화 끊기',
  failedEnd: '실패로 끊기',
  givingUpSilent: '입력 없음 안내',
  silentEnd: '입력 없이 끊기',
  givingUpWrong: '잘못된 입력 안내',
  wrongEnd: '잘못된 입력으로 끊기',
};

/** The shipped company main line (대표번호). Extension and calendar are what a new customer changes first. */
export const mainLine: ScenarioDraft = {
  schema: 1,
  name: '대표번호',
  language: 'ko',
  calendars: {
    office: {
      zone: 'Asia/Seoul',
      weekly: {
        sun: 'holiday',
        mon: WORKDAY,
        tue: WORKDAY,
        wed: WORKDAY,
        thu: WORKDAY,
        fri: WORKDAY,
        sat: 'holiday',
      },
      holidays: ['2026-01-01', '2026-03-01', '2026-05-05', '2026-10-09', '2026-12-25'],
    },
  },
  entry: 'pickUp',
  blocks: labelled(blocks(), LABELS),
};

function blocks() {
  return {
    pickUp: { type: 'answer', next: { done: 'greeting' } },
    greeting: { type: 'play', prompts: ['ko/main/greeting.wav'], next: { done: 'hours' } },
    hours: {
      type: 'businessHours',
      calendar: 'office',
      next: { open: 'menu', closed: 'closed', lunch: 'lunch', holiday: 'holiday' },
    },
    closed: announcement('ko/main/closed.wav'),
    lunch: announcement('ko/main/lunch.wav'),
    holiday: announcement('ko/main/holiday.wav'),
    menu: {
      type: 'menu',
      prompts: ['ko/main/menu.wav'],
      noInputPrompts: ['ko/main/no-input.wav', 'ko/main/menu.wav'],
      wrongKeyPrompts: ['ko/main/wrong-key.wav', 'ko/main/menu.wav'],
      keys: { '1': 'agent', '2': 'callback', '3': 'message', '4': 'openingHours', '0': 'repeat' },
      tries: 3,
      next: {
        agent: 'connecting',
        callback: 'callback',
        message: 'message',
        openingHours: 'openingHours',
        repeat: 'menu',
        noInput: 'givingUpSilent',
        wrongKey: 'givingUpWrong',
      },
      outcomeWords: {
        agent: '상담',
        callback: '콜백',
        message: '메시지 남기기',
        openingHours: '영업시간',
        repeat: '다시 듣기',
      },
    },
    connecting: { type: 'play', prompts: ['ko/main/connecting.wav'], next: { done: 'agent' } },
    agent: {
      type: 'connect',
      target: { kind: 'extension', digits: '1001' },
      ringMs: 20_000,
      music: 'ko/system/music.wav',
      next: {
        connected: 'goodbye',
        busy: 'agentBusy',
        noAnswer: 'agentAway',
        rejected: 'agentAway',
        failed: 'agentUnreachable',
      },
    },
    agentBusy: { type: 'play', prompts: ['ko/main/agent-busy.wav'], next: { done: 'message' } },
    agentAway: { type: 'play', prompts: ['ko/main/agent-away.wav'], next: { done: 'message' } },
    agentUnreachable: { type: 'play', prompts: ['ko/main/agent-unreachable.wav'], next: { done: 'goodbye' } },
    callback: announcement('ko/main/callback.wav'),
    openingHours: announcement('ko/main/opening-hours.wav'),
    message: {
      type: 'leaveMessage',
      prompts: ['ko/main/leave-message.wav'],
      next: { recorded: 'messageSaved', empty: 'messageEmpty', failed: 'messageFailed' },
    },
    messageSaved: { type: 'play', prompts: ['ko/main/message-saved.wav'], next: { done: 'goodbye' } },
    messageEmpty: { type: 'play', prompts: ['ko/main/message-empty.wav'], next: { done: 'goodbye' } },
    messageFailed: { type: 'play', prompts: ['ko/main/message-failed.wav'], next: { done: 'failedEnd' } },
    goodbye: { type: 'play', prompts: ['ko/main/goodbye.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
    failedEnd: { type: 'hangup', outcome: { result: 'server', reason: 'recording-failed' } },
    givingUpSilent: { type: 'play', prompts: ['ko/main/giving-up.wav'], next: { done: 'silentEnd' } },
    silentEnd: { type: 'hangup', outcome: { result: 'client', reason: 'no-input' } },
    givingUpWrong: { type: 'play', prompts: ['ko/main/giving-up.wav'], next: { done: 'wrongEnd' } },
    wrongEnd: { type: 'hangup', outcome: { result: 'client', reason: 'wrong-input' } },
  } satisfies ScenarioDraft['blocks'];
}

function announcement(path: string): ScenarioDraft['blocks'][string] {
  return { type: 'play', prompts: [path], informs: true, next: { done: 'goodbye' } };
}
