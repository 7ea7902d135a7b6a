import test from 'ava';
import fc from 'fast-check';
import { LIVE_EVENTS, type LiveEventName } from '../../contracts/api/live.ts';
import type { CallId, TenantId } from '../../contracts/ids.ts';
import type { LiveCallRow } from '../../db/repositories/call-feed.ts';
import { newCallId, newTenantId, system } from '../../db/testing/samples.ts';
import { createLiveFeed, type LiveFeed, type LiveReader } from './live-feed.ts';
import { createLiveState } from './live-state.ts';

const [mine, theirs] = [newTenantId(), newTenantId()];
const user = (tenant: TenantId) =>
  ({ kind: 'user', user: crypto.randomUUID(), tenant, role: 'supervisor' }) as const;

const row = (call: CallId, block: string, tenant = mine): LiveCallRow => ({
  call,
  tenant,
  direction: 'inbound',
  called: '15880000',
  caller: '07012345678',
  scenario: null,
  scenarioName: 'main',
  arrivedAt: 1_790_000_000_000,
  answeredAt: null,
  block,
  blockType: 'menu',
  blockSince: 1_790_000_000_500,
});

type Seen = { event: LiveEventName; id: string; data: unknown };

/** A reader that keeps the state which the events describe, as a screen does. */
function createScreen(): LiveReader & { seen: Seen[]; shown: Map<string, string | null>; ends: number } {
  const screen = {
    seen: [] as Seen[],
    shown: new Map<string, string | null>(),
    ends: 0,
    write(text: string) {
      for (const block of text.split('\n\n').filter(Boolean)) {
        const [id = '', event = '', data = ''] = block
          .split('\n')
          .map((line) => line.replace(/^[a-z]+: /, ''));
        take({ id, event: event as LiveEventName, data: JSON.parse(data) });
      }
    },
    end() {
      screen.ends += 1;
    },
  };
  function take(one: Seen): void {
    screen.seen.push(one);
    if (one.event === 'snapshot') {
      const { calls } = LIVE_EVENTS.snapshot.parse(one.data);
      screen.shown = new Map(calls.map((call) => [call.id, call.block]));
    } else if (one.event === 'call') {
      const call = LIVE_EVENTS.call.parse(one.data);
      screen.shown.set(call.id, call.block);
    } else screen.shown.delete(LIVE_EVENTS.gone.parse(one.data).id);
  }
  return screen;
}

type Table = Map<CallId, LiveCallRow>;

function feedOn(
  table: Table,
  different: { keep?: number; fail?: () => boolean } = {},
): {
  feed: LiveFeed;
  loads: (number | 'all')[];
  errors: unknown[];
} {
  const loads: (number | 'all')[] = [];
  const errors: unknown[] = [];
  const feed = createLiveFeed({
    async load(calls) {
      loads.push(calls === 'all' ? 'all' : calls.length);
      if (different.fail?.()) throw new Error('away');
      return [...table.values()].filter((one) => calls === 'all' || calls.includes(one.call));
    },
    epoch: 'life',
    onError: (error) => errors.push(error),
    everyMs: 1,
    ...(different.keep === undefined ? {} : { keep: different.keep }),
  });
  return { feed, loads, errors };
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

test('changes that come together are one load, and a call that did not change is not told again', async (t) => {
  const calls = [newCallId(), newCallId()];
  const table: Table = new Map(calls.map((call) => [call, row(call, 'main/menu')]));
  const { feed, loads } = feedOn(table);
  const screen = createScreen();
  feed.changed('everything');
  await feed.read(system, undefined, screen);
  t.is(screen.shown.size, 2);
  const [first = newCallId(), second = newCallId()] = calls;
  table.set(first, row(first, 'main/next'));
  table.delete(second);
  feed.changed([first]);
  feed.changed([second, first]);
  await until(() => screen.seen.length === 3);
  t.deepEqual(loads, ['all', 2]);
  t.deepEqual([...screen.shown], [[first, 'main/next']]);
  feed.changed([first]);
  await until(() => loads.length === 3);
  t.is(screen.seen.length, 3);
  await feed.close();
  t.is(screen.ends, 1);
});

test('a load that fails is told and made up for by a load of everything', async (t) => {
  const call = newCallId();
  const table: Table = new Map();
  let failures = 0;
  const { feed, loads, errors } = feedOn(table, { fail: () => loads.length === 2 && ++failures > 0 });
  const screen = createScreen();
  feed.changed('everything');
  await feed.read(system, undefined, screen);
  table.set(call, row(call, 'main/menu'));
  feed.changed([call]);
  await until(() => screen.shown.size === 1);
  t.deepEqual(loads, ['all', 1, 'all']);
  t.is(errors.length, 1);
  await feed.close();
});

test('a company sees its own calls only, in the snapshot, live and replayed', async (t) => {
  const [own, other] = [newCallId(), newCallId()];
  const table: Table = new Map([[other, row(other, 'main/menu', theirs)]]);
  const { feed } = feedOn(table);
  const [screen, all, later] = [createScreen(), createScreen(), createScreen()];
  feed.changed('everything');
  await feed.read(user(mine), undefined, screen);
  await feed.read(system, undefined, all);
  table.set(own, row(own, 'main/menu'));
  table.set(other, row(other, 'main/next', theirs));
  feed.changed([own, other]);
  await until(() => all.seen.length === 3);
  await feed.read(user(mine), screen.seen[0]?.id, later);
  table.delete(other);
  feed.changed([other]);
  await until(() => all.seen.length === 4);
  for (const one of [screen, later]) {
    t.deepEqual([...one.shown.keys()], [own]);
    t.false(JSON.stringify(one.seen).includes(other));
  }
  await feed.close();
});

test('ids of another life, of the future and too old ones begin with a snapshot', async (t) => {
  const call = newCallId();
  const table: Table = new Map();
  const { feed } = feedOn(table, { keep: 2 });
  const screen = createScreen();
  feed.changed('everything');
  await feed.read(system, undefined, screen);
  for (let turn = 1; turn <= 6; turn += 1) {
    table.set(call, row(call, `main/block-${turn}`));
    feed.changed([call]);
    await until(() => screen.seen.length === turn + 1);
  }
  const begins = async (id: string): Promise<string[]> => {
    const other = createScreen();
    (await feed.read(system, id, other))();
    return other.seen.map((one) => one.event);
  };
  t.deepEqual(await begins('life-6'), []);
  t.deepEqual(await begins('life-5'), ['call']);
  for (const id of ['other-5', 'life-7', 'life-0', 'life', 'life-', 'life-x', '-', '', 'life-5e0'])
    t.deepEqual(await begins(id), ['snapshot'], id);
  await feed.close();
});

test('whoever reads on from any id knows what is live, whatever happened meanwhile', async (t) => {
  const calls = [newCallId(), newCallId(), newCallId()];
  const change = fc.record({ call: fc.nat(2), block: fc.option(fc.nat(3)), all: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 30 }),
      fc.nat(30),
      fc.integer({ min: 1, max: 6 }),
      async (changes, at, keep) => {
        const state = createLiveState(keep);
        const table: Table = new Map();
        const shown = new Map<string, string>();
        let [left, number] = [false, 0];
        const take = (event: string, data: string): void => {
          const { id } = JSON.parse(data) as { id: string };
          if (event === 'gone') shown.delete(id);
          else shown.set(id, data);
        };
        for (const [index, one] of changes.entries()) {
          const call = calls[one.call] ?? newCallId();
          if (one.block === null) table.delete(call);
          else table.set(call, row(call, `main/${one.block}`));
          const asked = one.all ? 'all' : [call];
          const made = state.apply({
            asked,
            rows: [...table.values()].filter((row) => one.all || row.call === call),
          });
          left ||= index === at;
          if (left) continue;
          for (const { event, data } of made) take(event, data);
          number = state.newest;
        }
        const missed = state.since(number);
        if (missed === undefined) {
          shown.clear();
          for (const data of state.calls(undefined)) take('call', data);
        } else for (const { event, data } of missed) take(event, data);
        t.deepEqual(new Set(shown.values()), new Set(state.calls(undefined)));
        t.is(shown.size, table.size);
      },
    ),
    { numRuns: 200 },
  );
});
