import type { ScenarioDraft } from '../../contracts/scenario/document.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };

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
  blocks: {
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
  },
};

function announcement(path: string): ScenarioDraft['blocks'][string] {
  return { type: 'play', prompts: [path], informs: true, next: { done: 'goodbye' } };
}
