import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallId } from '../../contracts/ids.ts';
import type { CallRow } from '../../db/repositories/call-row.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { THREE_MENUS } from '../../workers/setup/demo-numbers.ts';
import type { TestEngine } from './engine.ts';
import { until } from './until.ts';

/** The standard call: three menus, a key in each, goodbye. */
export const MENUS = ['ko/bench/menu-1.wav', 'ko/bench/menu-2.wav', 'ko/bench/menu-3.wav'] as const;
export const GOODBYE = 'ko/bench/goodbye.wav';
/** Numbers of nobody: 070-0000 is a range that no carrier gives out. */
export const CALLER = '07000001234';

export type MenuCallPlan = {
  from?: string;
  keys?: string;
  /** How long the caller listens to menu `index` before he presses, ms. */
  listensMs?: (index: number) => number;
  /** Called when the caller begins to hear menu `index`. */
  onMenu?: (index: number, call: CallView) => void;
};

/** Places the standard call and does as the caller would; returns what he heard, once it is over. */
export async function placeMenuCall(engine: TestEngine, plan: MenuCallPlan = {}): Promise<CallView> {
  const { keys = '121', listensMs = () => 150 } = plan;
  const phones = engine.phones();
  const placed = await phones.placeCall(plan.from ?? CALLER, THREE_MENUS);
  for (const [index, key] of [...keys].entries()) {
    const menu = MENUS[index] ?? '';
    const hearing = await phones.waitFor(placed.uuid, (call) => isOver(call) || hearsNow(call, menu));
    if (isOver(hearing)) return hearing;
    plan.onMenu?.(index, hearing);
    await pause(listensMs(index));
    await phones.press(placed.uuid, key);
  }
  return phones.waitFor(placed.uuid, isOver);
}

export const isOver = (call: CallView): boolean => call.state === 'ended' || call.state === 'lost';

/** Prompts below the prompt folder, in the order in which the caller began to hear them. */
export const heardPrompts = (call: CallView): string[] =>
  call.heard.filter(({ kind }) => kind === 'file').map(({ source }) => source.replace(/^.*\/prompts\//, ''));

export function hearsNow(call: CallView, prompt: string): boolean {
  const now = call.heard.filter(({ stoppedAt }) => stoppedAt === undefined).at(-1);
  return now?.source.endsWith(`/${prompt}`) === true;
}

/** How often each of the prompts was heard. */
export function timesHeard(call: CallView, prompts: readonly string[]): number[] {
  const heard = heardPrompts(call);
  return prompts.map((prompt) => heard.filter((one) => one === prompt).length);
}

/** From each key to the first sound of the prompt that it leads to, ms: what a caller had to wait, fillers or not. */
export function gapsMs(call: CallView): number[] {
  const of = (prompt: string) => call.heard.filter(({ source }) => source.endsWith(`/${prompt}`));
  return [...MENUS.slice(1), GOODBYE].flatMap((prompt, index) => {
    const key = of(MENUS[index] ?? '').at(-1)?.stoppedAt;
    const next = of(prompt)[0]?.startedAt;
    return key === undefined || next === undefined ? [] : [Math.round(next - key)];
  });
}

export type StoredCall = { row: CallRow; digits: string[]; blocks: string[] };

/** What the database says of a call, once it has its outcome. */
export async function storedCall(engine: TestEngine, uuid: string, limitMs?: number): Promise<StoredCall> {
  const actor = systemActor('api');
  const call = CallId.parse(uuid);
  const { calls, callSteps } = engine.database.repositories;
  const ended = async (): Promise<CallRow | undefined> => {
    const row = await calls.get(actor, call);
    return row?.state === 'ended' ? row : undefined;
  };
  const row = await until(ended, `call ${uuid} has an outcome`, limitMs);
  const steps = await callSteps.ofCall(actor, call);
  return {
    row,
    digits: steps.flatMap(({ digits }) => (digits === undefined ? [] : [digits])),
    blocks: steps.map(({ block, outcome }) => `${block} → ${outcome ?? 'open'}`),
  };
}
