import test from 'ava';
import { createFakeSwitch } from '../../activities/testing/fake-switch.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { CallId, CoreUuid } from '../../contracts/ids.ts';
import { createLiveCalls, type LiveCalls } from './live-calls.ts';
import type { OpenLeg } from './lost-legs.ts';
import type { KnownCall } from './reconcile.ts';
import { createReconciler, type ReconcilerOptions } from './reconciler.ts';

const NOW = 1_772_499_600_000;
const CORE = CoreUuid.parse('0f7a2f4e-1111-4222-8333-444455556666');
const CALL = CallId.parse('6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
const OLD = String((NOW - 60_000) / 1_000);

type World = {
  /** uuids that live in the switch, with the variables that tell whose they are. */
  channels: Record<string, Record<string, string>>;
  known: KnownCall[];
  misses: number;
  legOpen?: boolean;
  openLegs?: OpenLeg[];
  ours?: boolean;
  core?: CoreUuid | undefined;
  /** Answer to `show channels`, where it is not the list of them. */
  answer?: string;
};
type Seen = {
  reconcile(): Promise<void>;
  pushed: { call: CallId; event: CallEvent; start: CallInput | undefined }[];
  lines(): string[];
  reports: unknown[];
  cleared: CallId[];
  live: LiveCalls;
};

function createWorld(world: World): Seen {
  const fake = createFakeSwitch((line) => {
    const [, uuid = '', name = ''] = /^uuid_getvar (\S+) (\S+)/.exec(line) ?? [];
    if (uuid !== '') return world.channels[uuid]?.[name] ?? '_undef_';
    if (line.startsWith('show channels')) return world.answer ?? listing(world.channels);
    return '+OK';
  });
  const [pushed, reports, cleared]: [Seen['pushed'], unknown[], CallId[]] = [[], [], []];
  const live = createLiveCalls(
    () => NOW,
    () => undefined,
  );
  const calls: ReconcilerOptions['calls'] = {
    known: async () => world.known,
    markMissing: async () => {
      world.misses += 1;
      return world.misses;
    },
    clearMissing: async (call) => void cleared.push(call),
    legOpen: async () => world.legOpen === true,
    openLegs: async () => world.openLegs ?? [],
  };
  const reconcile = createReconciler({
    port: fake.port,
    core: () => ('core' in world ? world.core : CORE),
    calls,
    live,
    router: {
      push: (call, event, start) => void pushed.push({ call, event, start }),
      pending: () => 0,
      close: () => undefined,
    },
    inputFor: (call, { called }) =>
      world.ours === false ? undefined : ({ call, called } as unknown as CallInput),
    now: () => NOW,
    onReport: (report) => void reports.push(report),
  });
  return { reconcile, pushed, lines: fake.lines, reports, cleared, live };
}

function listing(channels: World['channels']): string {
  const rows = Object.entries(channels).map(([uuid, { call_uuid = '' }]) => ({
    uuid,
    call_uuid,
    direction: 'inbound',
    created_epoch: OLD,
    name: 'sofia/trunk',
    state: 'CS_EXECUTE',
    dest: '07012345678',
    cid_num: '01098765432',
  }));
  return JSON.stringify(rows.length === 0 ? { row_count: 0 } : { row_count: rows.length, rows });
}

const known = (own: Partial<KnownCall> = {}): KnownCall => ({
  call: CALL,
  core: CORE,
  leg: false,
  state: 'active',
  ageMs: 60_000,
  ...own,
});

test('a call that lives on both sides is followed and its misses are forgotten', async (t) => {
  const seen = createWorld({ channels: { [CALL]: {} }, known: [known()], misses: 0 });
  await seen.reconcile();
  t.deepEqual(seen.live.all(), [CALL]);
  t.deepEqual(seen.cleared, [CALL]);
  t.deepEqual(seen.pushed, []);
  t.deepEqual(seen.reports, [{ adopted: 0, ended: 0, lost: 0 }]);
});

test('a worker that has just started arms no dead man behind a conversation', async (t) => {
  const leg = '91aa5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';
  for (const talking of [true, false]) {
    const channels = { [CALL]: { call_uuid: CALL }, [leg]: { call_uuid: talking ? CALL : leg } };
    const seen = createWorld({ channels, known: [known()], misses: 0 });
    await seen.reconcile();
    t.deepEqual(seen.live.unbridged(), talking ? [] : [CALL]);
  }
});

test('a caller whom nobody knows is adopted', async (t) => {
  const seen = createWorld({ channels: { [CALL]: { cw_route: 'inbound' } }, known: [], misses: 0 });
  await seen.reconcile();
  t.like(seen.pushed[0], {
    call: CALL,
    event: { type: 'arrived', adopted: true },
    start: { call: CALL, called: '07012345678' },
  });
  t.deepEqual(seen.live.all(), [CALL]);
  t.like(seen.reports[0] as object, { adopted: 1 });
});

test('a channel of somebody else, or of a number that is not ours, is left alone', async (t) => {
  for (const world of [
    { channels: { [CALL]: {} } },
    { channels: { [CALL]: { cw_route: 'inbound' } }, ours: false },
  ]) {
    const seen = createWorld({ ...world, known: [], misses: 0 });
    await seen.reconcile();
    t.deepEqual(seen.pushed, []);
    t.false(seen.lines().some((line) => line.startsWith('uuid_kill')));
  }
});

test('a leg that nobody wants any more is ended, one that is wanted is not', async (t) => {
  const channels = { [CALL]: { cw_leg: 'true', cw_route: 'leg' } };
  for (const legOpen of [true, false]) {
    const seen = createWorld({ channels, known: [], misses: 0, legOpen });
    await seen.reconcile();
    t.is(
      seen.lines().some((line) => line.startsWith(`uuid_kill ${CALL}`)),
      !legOpen,
    );
  }
});

test('a call without a channel is lost at the second look', async (t) => {
  const seen = createWorld({ channels: {}, known: [known()], misses: 0 });
  await seen.reconcile();
  t.deepEqual(seen.pushed, []);
  await seen.reconcile();
  t.like(seen.pushed[0], { call: CALL, event: { type: 'mediaLost', reason: 'channel-gone' } });
});

test('calls of an earlier life of the switch are lost at once', async (t) => {
  const core = CoreUuid.parse('1f7a2f4e-1111-4222-8333-444455556666');
  const seen = createWorld({ channels: {}, known: [known({ core })], misses: 0 });
  await seen.reconcile();
  t.like(seen.pushed[0], { call: CALL, event: { type: 'mediaLost', reason: 'core-restarted' } });
});

test('a leg without a channel is told so at the second look, as its own workflow’s event', async (t) => {
  const world: World = { channels: {}, known: [], misses: 0, openLegs: [{ leg: CALL, ageMs: 60_000 }] };
  const seen = createWorld(world);
  await seen.reconcile();
  t.deepEqual(seen.pushed, []);
  await seen.reconcile();
  t.like(seen.pushed[0], { call: CALL, event: { type: 'mediaLost', reason: 'channel-gone' } });
  t.is(seen.pushed[0]?.start, undefined);
  t.like(seen.reports[1] as object, { lost: 1 });
});

test('after a change of core one look is enough for a leg', async (t) => {
  const world: World = { channels: {}, known: [], misses: 0 };
  const seen = createWorld(world);
  await seen.reconcile();
  world.core = CoreUuid.parse('1f7a2f4e-1111-4222-8333-444455556666');
  world.openLegs = [{ leg: CALL, ageMs: 60_000 }];
  await seen.reconcile();
  t.like(seen.pushed[0], { call: CALL, event: { type: 'mediaLost' } });
});

test('a leg that lives is told nothing, however often it is looked at', async (t) => {
  const world: World = { channels: { [CALL]: {} }, known: [], misses: 0, legOpen: true };
  world.openLegs = [{ leg: CALL, ageMs: 60_000 }];
  const seen = createWorld(world);
  for (let look = 0; look < 3; look += 1) await seen.reconcile();
  t.deepEqual(seen.pushed, []);
});

test('a channel that is gone is followed no longer', async (t) => {
  const seen = createWorld({ channels: {}, known: [], misses: 0 });
  seen.live.add(CALL, false);
  await seen.reconcile();
  t.is(seen.live.size(), 0);
});

test('a switch that is not there, or that answers something else, proves nothing', async (t) => {
  const absent = createWorld({ channels: {}, known: [known()], misses: 5, core: undefined });
  await absent.reconcile();
  t.deepEqual(absent.lines(), []);
  const odd = createWorld({ channels: {}, known: [known()], misses: 5, answer: '-ERR no reply' });
  await odd.reconcile();
  t.deepEqual(odd.pushed, []);
  t.deepEqual(odd.reports, []);
});
