import type { Clock } from '../clock/clock.ts';
import type { Endpoint } from '../core/channel.ts';
import type { RefusalCode } from '../core/hangup-causes.ts';
import { createHeardLog, type HeardLog, type HeardSound } from './heard.ts';
import { createVoice, type Voice } from './voice.ts';
import { pressKeys, waitForCall } from './waiting.ts';

/** `lost`: the switch died without a word; a real phone would find out by its own timer. */
export type PhoneCallState = 'calling' | 'ringing' | 'early' | 'answered' | 'ended' | 'lost';

/** A call as the person at the phone sees it. */
export type PhoneCall = {
  readonly uuid: string;
  readonly number: string;
  /** The other side: the number dialled, or who calls. */
  readonly peer: string;
  readonly direction: 'to-switch' | 'from-switch';
  readonly startedAt: number;
  readonly state: () => PhoneCallState;
  readonly answeredAt: () => number | undefined;
  readonly endedAt: () => number | undefined;
  /** Hang-up cause and who hung up, once ended. */
  readonly ending: () => { readonly cause: string; readonly by: 'switch' | 'phone' } | undefined;
  readonly heard: readonly HeardSound[];
  /** Digits that the other party sent over a bridge. */
  readonly digits: () => string;
  readonly hearsNow: () => HeardSound | undefined;
  /** Presses keys, `perSecond` of them a second (default 10); resolves when the last is on the wire. */
  readonly press: (keys: string, options?: { readonly perSecond?: number }) => Promise<void>;
  /** Speaks for so long; what ends a recording is the silence after it. */
  readonly speak: (ms: number) => void;
  /**
   * Says what is in `pcm` (16-bit mono at 8 kHz), begun `agoMs` ago (negative: later), else now: recordings of this call hold it instead
   * of the hum, and its level decides what is speech and what silence.
   */
  readonly say: (pcm: Buffer, agoMs?: number) => void;
  readonly hangUp: () => void;
  readonly answer: () => void;
  /** Refuses a call that rings, by default with 603 Decline; does nothing to an answered one. */
  readonly reject: (code?: RefusalCode) => void;
  /** Resolves as soon as `predicate` holds; rejects when the call ends first or `timeoutMs` have passed. */
  readonly waitFor: (predicate: (call: PhoneCall) => boolean, timeoutMs?: number) => Promise<PhoneCall>;
  readonly onChange: (listener: (call: PhoneCall) => void) => () => void;
};

/** The wires between a phone's call and its channel. */
export type LineControl = {
  readonly press: (keys: string) => void;
  readonly hangUp: () => void;
  readonly answer: () => void;
  readonly reject: (code: RefusalCode) => void;
};

/** A call with the endpoint that the switch talks to. */
export type PhoneLine = {
  readonly call: PhoneCall;
  readonly endpoint: Endpoint;
  /** Connects the call to its channel; until then pressing and hanging up do nothing. */
  readonly connect: (control: LineControl) => void;
  readonly ringing: () => void;
  readonly lose: () => void;
};

type LineInfo = Pick<PhoneCall, 'uuid' | 'number' | 'peer' | 'direction'>;

const silent: LineControl = { press: () => {}, hangUp: () => {}, answer: () => {}, reject: () => {} };

type Memory = {
  state: PhoneCallState;
  answeredAt?: number;
  endedAt?: number;
  ending?: { readonly cause: string; readonly by: 'switch' | 'phone' };
  digits: string;
  speechEndsAt: number;
  readonly voice: Voice;
};

function endpointOf(
  memory: Memory,
  become: (state: PhoneCallState) => void,
  log: HeardLog,
  changed: () => void,
): Endpoint {
  return {
    onRinging: () => become('ringing'),
    onEarly: () => become('early'),
    onAnswered: () => become('answered'),
    onEnded: (cause, by) => {
      memory.ending ??= { cause, by };
      become('ended');
    },
    onSound: (sound) => log.begin(sound),
    speechEndsAt: () => memory.speechEndsAt,
    voice: memory.voice.between,
    onDigit: (digit) => {
      memory.digits += digit;
      changed();
    },
  };
}

/** Creates one call of a phone, in state `calling`. */
export function createPhoneLine(clock: Clock, info: LineInfo): PhoneLine {
  const listeners = new Set<(call: PhoneCall) => void>();
  const memory: Memory = { state: 'calling', digits: '', speechEndsAt: 0, voice: createVoice() };
  let control = silent;
  const changed = (): void => {
    for (const listener of [...listeners]) listener(call);
  };
  const become = (next: PhoneCallState): void => {
    if (memory.endedAt !== undefined) return;
    memory.state = next;
    if (next === 'answered') memory.answeredAt = clock.now();
    if (next === 'ended' || next === 'lost') memory.endedAt = clock.now();
    changed();
  };
  const log = createHeardLog(clock, changed);
  const call: PhoneCall = {
    ...info,
    startedAt: clock.now(),
    state: () => memory.state,
    answeredAt: () => memory.answeredAt,
    endedAt: () => memory.endedAt,
    ending: () => memory.ending,
    heard: log.sounds,
    digits: () => memory.digits,
    hearsNow: log.now,
    speak: (ms) => {
      memory.speechEndsAt = Math.max(memory.speechEndsAt, clock.now() + ms);
    },
    say: (pcm, agoMs = 0) => {
      const word = memory.voice.say(pcm, clock.now() - agoMs);
      memory.speechEndsAt = Math.max(memory.speechEndsAt, word ?? 0);
    },
    hangUp: () => control.hangUp(),
    answer: () => control.answer(),
    reject: (code = 603) => {
      if (memory.state === 'ringing' || memory.state === 'calling') control.reject(code);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    press: (keys, options) => pressKeys(clock, (key) => control.press(key), keys, options?.perSecond ?? 10),
    waitFor: (predicate, timeoutMs) => waitForCall(clock, call, predicate, timeoutMs),
  };
  return {
    call,
    endpoint: endpointOf(memory, become, log, changed),
    connect: (next) => {
      control = next;
    },
    ringing: () => become('ringing'),
    lose: () => become('lost'),
  };
}
