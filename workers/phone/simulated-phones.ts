import type { PhoneCall, PhonePort } from '../../api/phone/phone-port.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CallView, ControlClient } from '../../freeswitch/simulator/control/index.ts';
import { toPhoneCall } from './to-phone-call.ts';

export type SimulatedPhonesOptions = {
  /** Opens a control connection; rejects while the simulator is away. */
  readonly connect: () => Promise<ControlClient>;
  /** Folder of the prompts, as the switch names it. */
  readonly promptsDir: string;
  readonly now: () => number;
  /** Pause before another try to connect, ms. */
  readonly retryMs?: number;
};

export type SimulatedPhones = PhonePort & { close(): void };

/** 2 s of sound in one message. */
const PIECE_BYTES = 32_000;
const isOver = ({ state }: PhoneCall): boolean => state === 'ended' || state === 'lost';
const away = (): CallwrightError =>
  new CallwrightError('switch/not-sent', 'the switch simulator cannot be reached at the moment');

/**
 * The phones of a simulator in another process. Survives the simulator's restarts: calls of the one that is gone are
 * `lost`, registered lines are registered again with the next.
 */
export function createSimulatedPhones(options: SimulatedPhonesOptions): SimulatedPhones {
  const { promptsDir, now, retryMs = 500 } = options;
  const listeners = new Set<(call: PhoneCall) => void>();
  const registered = new Set<string>();
  const open = new Map<string, PhoneCall>();
  let client: ControlClient | undefined;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (call: PhoneCall): void => {
    if (isOver(call)) open.delete(call.id);
    else open.set(call.id, call);
    for (const listener of [...listeners]) listener(call);
  };
  const take = (view: CallView): void => tell(toPhoneCall(view, promptsDir, now()));

  const retry = (): void => {
    if (!closed) timer = setTimeout(() => void reach(), retryMs).unref();
  };
  const lose = (): void => {
    client = undefined;
    for (const call of [...open.values()]) tell({ ...call, state: 'lost', endedAt: now(), hears: undefined });
    retry();
  };
  async function reach(): Promise<void> {
    let next: ControlClient | undefined;
    try {
      next = await options.connect();
      for (const line of registered) await next.setPhone(line, { kind: 'manual' }, true);
    } catch {
      next?.close();
      return retry();
    }
    if (closed) return next.close();
    client = next;
    next.onCall(take);
    next.onClose(lose);
  }
  void reach();

  const there = (): ControlClient => {
    if (client === undefined) throw away();
    return client;
  };
  return {
    place: async (from, to) =>
      toPhoneCall(await there().placeCall(from, to, { registered: true }), promptsDir, now()),
    press: async (call, keys) => await there().press(call, keys),
    hangUp: async (call) => await there().hangUp(call),
    answer: async (call) => await there().answer(call),
    reject: async (call) => await there().reject(call),
    async say(call, pcm, agoMs) {
      const began = now() - agoMs;
      for (let at = 0; at < pcm.length; at += PIECE_BYTES) {
        // 16 bytes are one ms of it.
        const ago = now() - began - at / 16;
        await there().say(call, pcm.subarray(at, at + PIECE_BYTES), ago);
      }
    },
    async register(line) {
      await there().setPhone(line, { kind: 'manual' }, true);
      registered.add(line);
    },
    async release(line) {
      registered.delete(line);
      await there().removePhone(line);
    },
    onCall(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      closed = true;
      clearTimeout(timer);
      client?.close();
    },
  };
}
