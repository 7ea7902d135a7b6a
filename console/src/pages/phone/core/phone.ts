import type { PhoneCallView } from '../../../../../contracts/api/phone.ts';
import type { request } from '../../../api/client.ts';
import type { CallLog, LoggedCall } from './call-log.ts';
import type { Line, LineParts, LineState } from './line.ts';
import type { Microphone } from './microphone.ts';
import type { PromptPlayer } from './prompt-player.ts';
import type { Ringer } from './ringer.ts';
import { createSpeaking, type MicState } from './speaking.ts';
import type { Key } from './tone-spec.ts';
import { type CallsAtHand, callsAtHand, isOver } from './which-call.ts';

export type PhoneState = LineState &
  CallsAtHand & {
    /** The call that ended last, until the next begins. */
    readonly ended: PhoneCallView | undefined;
    readonly microphone: MicState;
    readonly log: readonly LoggedCall[];
    /** What went wrong with the last thing that was tried. */
    readonly problem: unknown;
  };

/** A telephone: what it does is a method, how it is doing is its state. */
export type BrowserPhone = {
  state(): PhoneState;
  subscribe(changed: () => void): () => void;
  /** Registers the first free one of these numbers; the line it had is given back. */
  choose(numbers: readonly string[]): Promise<void>;
  dial(to: string): Promise<void>;
  press(key: Key): Promise<void>;
  hangUp(): Promise<void>;
  answer(): Promise<void>;
  reject(): Promise<void>;
  toggleMicrophone(): Promise<void>;
  clearLog(): void;
  /** Gives the line back and falls silent. */
  close(): Promise<void>;
};

export type PhoneParts = {
  readonly request: typeof request;
  readonly createLine: (onChange: LineParts['onChange']) => Line;
  readonly serverNow: () => number;
  readonly player: PromptPlayer;
  readonly ringer: Ringer;
  readonly microphone: Microphone;
  readonly log: CallLog;
};

type Act = 'hang-up' | 'answer' | 'reject';

/** Creates a telephone without a line. */
export function createBrowserPhone(parts: PhoneParts): BrowserPhone {
  const { request, ringer, log } = parts;
  const listeners = new Set<() => void>();
  const line = parts.createLine((now) => follow(now));
  let state: PhoneState = {
    ...line.state(),
    ...callsAtHand([]),
    ended: undefined,
    microphone: 'off',
    log: log.list(),
    problem: undefined,
  };
  const change = (next: Partial<PhoneState>): void => {
    state = { ...state, ...next };
    for (const changed of [...listeners]) changed();
  };
  const speaking = createSpeaking({
    microphone: parts.microphone,
    serverNow: parts.serverNow,
    onState: (microphone) => change({ microphone }),
    // The call may just have ended; the rest of the sentence is then nobody's.
    send: async (wav, at) => {
      const call = state.active;
      if (call !== undefined)
        await request('PUT', `/phone/calls/${call.id}/voice`, wav, { query: { at } }).catch(() => undefined);
    },
  });
  const follow = (now: LineState): void => {
    const hand = callsAtHand(now.calls);
    const [last] = now.calls.filter(isOver).toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
    const ended =
      hand.active === undefined && hand.incoming === undefined ? (last ?? state.ended) : undefined;
    log.note(now.calls);
    change({ ...now, ...hand, ended, log: log.list() });
    ringer.follow(hand);
    parts.player.hear(hand.active?.hears ?? null);
    if (hand.active === undefined && state.microphone === 'on') void speaking.stop();
  };

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    change({ problem: undefined });
    try {
      await act();
    } catch (problem: unknown) {
      change({ problem });
    }
  };
  const tell = (call: PhoneCallView | undefined, act: Act): Promise<void> =>
    attempt(async () => call && (await request('POST', `/phone/calls/${call.id}/${act}`)));

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async choose(numbers) {
      await line.release();
      await attempt(() => line.claim(numbers));
    },
    async dial(to) {
      const from = state.number;
      if (from === null || to === '' || state.active !== undefined) return;
      ringer.wake();
      await attempt(() => request('POST', '/phone/calls', { from, to }));
    },
    async press(key) {
      ringer.key(key);
      const call = state.active;
      if (call === undefined) return;
      await attempt(async () => {
        await speaking.flush();
        await request('POST', `/phone/calls/${call.id}/press`, { keys: key });
      });
    },
    hangUp: () => tell(state.active, 'hang-up'),
    async answer() {
      ringer.wake();
      const { active, incoming } = state;
      if (active !== undefined && incoming !== undefined) await tell(active, 'hang-up');
      await tell(incoming, 'answer');
    },
    reject: () => tell(state.incoming, 'reject'),
    toggleMicrophone: () => (state.microphone === 'on' ? speaking.stop() : speaking.start()),
    clearLog() {
      log.clear();
      change({ log: log.list() });
    },
    async close() {
      await speaking.stop();
      parts.player.stop();
      ringer.follow(callsAtHand([]));
      await line.release();
    },
  };
}
