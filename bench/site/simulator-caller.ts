import { setTimeout as wait } from 'node:timers/promises';
import type { SeenCall } from './call-log.ts';
import { openPhoneLine, type PhoneLine } from './phone-line.ts';
import { type Caller, type Offered, type Order, RAMP_PER_SECOND, slotOf } from './site.ts';
import type { Witness } from './witness.ts';

/** A turn that takes longer is a failed call; the run does not wait for it for ever. */
const PATIENCE_MS = 20_000;
const PAUSE_BETWEEN_MS = 100;

/** The simulator's phones as callers. They press when the witness has seen the prompt begin. */
export async function createSimulatorCaller(controlPort: number, witness: Witness): Promise<Caller> {
  const line = await openPhoneLine(controlPort);
  const ended = new Map<string, () => void>();
  const pressing = new Map<string, Order>();
  const stop = witness.onChange((call) => {
    const order = pressing.get(call.uuid);
    if (call.endedAt !== undefined) {
      pressing.delete(call.uuid);
      ended.get(call.uuid)?.();
      ended.delete(call.uuid);
    } else if (order !== undefined) {
      pressLater(line, order, call);
    }
  });

  /** Resolves when the call has ended. */
  async function follow(order: Order, index: number): Promise<void> {
    const uuid = await line.call(callerNumber(index), order.number);
    const over = Promise.withResolvers<void>();
    ended.set(uuid, over.resolve);
    pressing.set(uuid, order);
    const timer = setTimeout(() => {
      line.hangUp(uuid);
      over.resolve();
    }, callLimitMs(order));
    await over.promise;
    clearTimeout(timer);
  }

  return {
    kind: 'simulator phones',
    place: (order) =>
      order.load.kind === 'one-by-one' ? oneByOne(order, follow) : atInstants(order, follow, witness),
    close() {
      stop();
      line.close();
    },
  };
}

function pressLater(line: PhoneLine, { keys, pressAfter: [from, to] }: Order, call: SeenCall): void {
  const key = keys[call.prompts - 1];
  if (key !== undefined) setTimeout(() => line.press(call.uuid, key), from + Math.random() * (to - from));
}

/** 010-0000-xxxx, which no carrier gives out. */
const callerNumber = (index: number): string => `0100000${String(index % 10_000).padStart(4, '0')}`;

const callLimitMs = ({ load, keys, pressAfter }: Order): number =>
  load.kind === 'at-once' ? load.seconds * 1_000 : keys.length * pressAfter[1] + PATIENCE_MS;

type Follow = (order: Order, index: number) => Promise<void>;

async function oneByOne(order: Order, follow: Follow): Promise<Offered> {
  const from = Date.now();
  const calls = order.load.kind === 'one-by-one' ? order.load.calls : 0;
  for (let index = 0; index < calls; index += 1) {
    await follow(order, index);
    await wait(PAUSE_BETWEEN_MS);
  }
  return { offered: calls, from, to: Date.now(), lateMs: [] };
}

async function atInstants(order: Order, follow: Follow, witness: Witness): Promise<Offered> {
  const { load } = order;
  const perSecond = load.kind === 'open' ? load.perSecond : RAMP_PER_SECOND;
  const offered = load.kind === 'open' ? Math.round(load.perSecond * load.seconds) : load.calls;
  const from = performance.timeOrigin + performance.now();
  const following: Promise<void>[] = [];
  for (let index = 0; index < offered; index += 1) {
    const ahead = from + slotOf(index, perSecond) - (performance.timeOrigin + performance.now());
    if (ahead > 0) await wait(ahead);
    following.push(follow(order, index));
  }
  const to = load.kind === 'at-once' ? from + load.seconds * 1_000 : Date.now();
  await Promise.all(following);
  return { offered, from, to, lateMs: lateness(witness, order.number, from, perSecond) };
}

/** Calls take their slots in order, so the n-th to arrive had the n-th slot. */
function lateness(witness: Witness, number: string, from: number, perSecond: number): number[] {
  const arrived = witness.callsTo(number, from).map((call) => call.createdAt);
  return arrived.sort((a, b) => a - b).map((at, index) => at - from - slotOf(index, perSecond));
}
