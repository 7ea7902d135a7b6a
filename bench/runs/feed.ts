import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { listenCalls } from '../../api/live/listen-calls.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import { CallId, CoreUuid, NodeName } from '../../contracts/ids.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database.ts';
import { type Percentiles, percentiles } from '../figures/percentiles.ts';

type Writes = { readonly steps: Percentiles; readonly calls: Percentiles; readonly cpuPercent: number };

export type FeedResult = {
  readonly liveCalls: number;
  readonly turnsPerSecond: number;
  readonly readers: number;
  /** What a write of the step sink and a write of a call's row take, ms, without triggers and feed. */
  readonly without: Writes;
  readonly with: Writes;
  /** From the writing of a step to its event at a reader, ms. */
  readonly behindMs: Percentiles;
};

const LIVE = 1_000;
const TURNS_PER_SECOND = 100;
const READERS = 10;
/** As the step sink gathers. */
const BATCH_MS = 300;
const actor = systemActor('test');

/** Measures what the live feed costs those who write, and how far behind it is: 1,000 calls with a turn each 10 s. */
export async function runFeed(seconds: number, say: (line: string) => void): Promise<FeedResult> {
  const db = await createTestDatabase();
  try {
    await db.repositories.tenants.ensureDemoTenant(actor);
    const calls = await Promise.all(Array.from({ length: LIVE }, () => begin(db)));
    const phases: Record<'without' | 'with', Phase[]> = { without: [], with: [] };
    const behind: number[] = [];
    // A B B A: what changes on the machine meanwhile meets both alike.
    for (const name of ['without', 'with', 'with', 'without'] as const) {
      const phase = await (name === 'with' ? watched(db, calls, seconds, behind) : bare(db, calls, seconds));
      phases[name].push(phase);
      say(`${name}: ${JSON.stringify(summary([phase]))}`);
    }
    return {
      liveCalls: LIVE,
      turnsPerSecond: TURNS_PER_SECOND,
      readers: READERS,
      without: summary(phases.without),
      with: summary(phases.with),
      behindMs: percentiles(behind),
    };
  } finally {
    await db.drop();
  }
}

type Phase = { readonly steps: number[]; readonly calls: number[]; readonly cpuPercent: number };

const summary = (phases: readonly Phase[]): Writes => ({
  steps: percentiles(phases.flatMap(({ steps }) => steps)),
  calls: percentiles(phases.flatMap(({ calls }) => calls)),
  cpuPercent: Math.round(phases.reduce((sum, { cpuPercent }) => sum + cpuPercent, 0) / phases.length),
});

async function bare(db: TestDatabase, calls: readonly CallId[], seconds: number): Promise<Phase> {
  const tables = ['calls', 'call_steps'];
  for (const table of tables) await db.database.knex.raw('alter table ?? disable trigger user', [table]);
  const phase = await write(db, calls, seconds);
  for (const table of tables) await db.database.knex.raw('alter table ?? enable trigger user', [table]);
  return phase;
}

async function watched(
  db: TestDatabase,
  calls: readonly CallId[],
  seconds: number,
  behind: number[],
): Promise<Phase> {
  const { callFeed } = db.repositories;
  const feed = listenCalls({ database: db.database, callFeed, onError: () => undefined });
  for (let reader = 0; reader < READERS; reader += 1) {
    const first = reader === 0;
    const write = (text: string): void => {
      if (!first || text.startsWith('id: ') === false || text.includes('event: snapshot')) return;
      for (const [, at] of text.matchAll(/"block":"main\/at-([0-9]+)"/g))
        behind.push(Date.now() - Number(at));
    };
    await feed.read(actor, undefined, { write, end: () => undefined });
  }
  const phase = await write(db, calls, seconds);
  await feed.close();
  return phase;
}

async function write(db: TestDatabase, calls: readonly CallId[], seconds: number): Promise<Phase> {
  const { callSteps } = db.repositories;
  const [steps, rows]: [number[], number[]] = [[], []];
  const turnsPerBatch = (TURNS_PER_SECOND * BATCH_MS) / 1_000;
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let batch = 0; performance.now() - began < seconds * 1_000; batch += 1) {
    const turns = Array.from({ length: turnsPerBatch }, (_, n) => turnOf(calls, batch * turnsPerBatch + n));
    steps.push(await timed(() => callSteps.upsertAll(actor, new Map(turns))));
    for (let n = 0; n < 3; n += 1) rows.push(...(await oneCall(db)));
    await delay(Math.max(0, (batch + 1) * BATCH_MS - (performance.now() - began)));
  }
  const { user, system } = process.cpuUsage(cpu);
  return { steps, calls: rows, cpuPercent: (user + system) / 10 / (performance.now() - began) };
}

const seqs = new Map<CallId, number>();

/** The block that a call was in is left, and the next one entered. */
function turnOf(calls: readonly CallId[], n: number): [CallId, StepRecord[]] {
  const call = calls[n % calls.length] ?? newCall();
  const seq = (seqs.get(call) ?? 0) + 1;
  seqs.set(call, seq);
  const at = Date.now();
  const step = (seq: number): StepRecord => ({
    seq,
    block: `main/at-${at}`,
    blockType: 'menu',
    enteredAt: at,
  });
  return [call, [...(seq === 1 ? [] : [{ ...step(seq - 1), outcome: 'one', leftAt: at }]), step(seq)]];
}

async function oneCall(db: TestDatabase): Promise<number[]> {
  const { calls } = db.repositories;
  const call = newCall();
  const outcome = { result: 'success', reason: 'completed' } as const;
  return [
    await timed(() => calls.starting(actor, rowOf(call))),
    await timed(() => calls.activate(actor, call)),
    await timed(() => calls.end(actor, call, { outcome, endedAt: Date.now() })),
  ];
}

async function begin(db: TestDatabase): Promise<CallId> {
  const call = newCall();
  await db.repositories.calls.starting(actor, rowOf(call));
  await db.repositories.calls.activate(actor, call);
  return call;
}

const newCall = (): CallId => CallId.parse(randomUUID());
const rowOf = (call: CallId) => ({
  call,
  tenant: DEMO_TENANT,
  node: NodeName.parse('a'),
  coreUuid: CoreUuid.parse('0c0a5e00-0000-4000-8000-00000000000a'),
  direction: 'inbound' as const,
  called: '15880000',
  caller: '07012345678',
  arrivedAt: Date.now(),
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
