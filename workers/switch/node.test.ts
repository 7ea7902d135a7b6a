import test, { type ExecutionContext } from 'ava';
import { CALL, channelWith, createFakeSwitch, NODE } from '../../activities/testing/fake-switch.ts';
import { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { CORE, PASSWORD, startFakeSwitch } from '../../freeswitch/esl/testing/fake-switch.ts';
import { event } from '../../freeswitch/esl/testing/switch-frames.ts';
import { until } from '../../freeswitch/esl/testing/until.ts';
import type { Batch, Delivered } from './deliver.ts';
import { watchNode } from './node.ts';
import { createNumbers } from './numbers.ts';

const NUMBER = '07012345678';
const route = {
  tenant: TenantId.parse('2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d'),
  scenario: ScenarioHash.parse('a'.repeat(64)),
  fallback: { kind: 'file', path: 'ko/system/fallback.wav' },
} as const;

/** A node's watch on a switch without telephony: what the test says happens there. */
async function setUp(t: ExecutionContext, delivered: Delivered = 'delivered') {
  const socket = await startFakeSwitch();
  const lines = createFakeSwitch(channelWith({}));
  const batches: Batch[] = [];
  const told: string[] = [];
  const numbers = createNumbers(async () => new Map([[NUMBER, route]]));
  await numbers.refresh();
  const node = watchNode({
    port: lines.port,
    endpoint: { host: '127.0.0.1', port: socket.port, password: PASSWORD, name: NODE },
    numbers,
    metronomeMs: 20,
    deliver: async (batch) => {
      batches.push(batch);
      return delivered;
    },
    calls: {
      known: async () => [],
      markMissing: async () => 0,
      clearMissing: async () => undefined,
      legOpen: async () => false,
      openLegs: async () => [],
      arrived: async ({ call }) => void told.push(`arrived ${call}`),
      active: async (call) => void told.push(`active ${call}`),
      abandoned: async (call) => void told.push(`abandoned ${call}`),
    },
    onTurn: () => undefined,
    onDropped: (reason) => void told.push(`dropped ${reason}`),
    onError: () => undefined,
    onReport: () => undefined,
    onState: () => undefined,
  });
  t.teardown(async () => {
    node.close();
    await socket.close();
  });
  await until(() => socket.listeners().length === 1, 'subscribed');
  let sequence = 0;
  const happen = (name: string, headers: Record<string, string> = {}): void => {
    sequence += 1;
    const common = {
      'Core-UUID': CORE,
      'Event-Sequence': String(sequence),
      'Event-Date-Timestamp': '1772499600000000',
    };
    const own = { 'Unique-ID': CALL, variable_cw_route: 'inbound', 'Caller-Destination-Number': NUMBER };
    for (const peer of socket.listeners()) peer.send(event(name, { ...common, ...own, ...headers }));
  };
  const said = (pattern: RegExp) =>
    until(() => lines.lines().some((line) => pattern.test(line)), String(pattern));
  return { node, batches, told, happen, said, lines };
}

test('a parked call is started, written and active, and leaves the switch its fallback', async (t) => {
  const { batches, told, happen, said, node } = await setUp(t);
  happen('CHANNEL_PARK');
  await said(/cw_fallback_file=ko\/system\/fallback\.wav/);
  await until(() => told.includes(`active ${CALL}`), 'active');
  t.like(batches[0], { call: CALL, start: { call: CALL, called: NUMBER, core: CORE } });
  t.deepEqual(told, [`arrived ${CALL}`, `active ${CALL}`]);
  t.is(node.live(), 1);
});

test('a number that is nobody’s is refused', async (t) => {
  const { batches, told, happen, said } = await setUp(t);
  happen('CHANNEL_PARK', { 'Caller-Destination-Number': '07099999999' });
  await said(new RegExp(`^uuid_kill ${CALL} CALL_REJECTED`));
  t.deepEqual(told, ['dropped unknown-number']);
  t.false(batches.some(({ start }) => start !== undefined));
});

test('a caller whose call is over for the engine is not left waiting', async (t) => {
  const { told, happen, said } = await setUp(t, 'no-workflow');
  happen('CHANNEL_PARK');
  await said(new RegExp(`^uuid_kill ${CALL} NORMAL_TEMPORARY_FAILURE`));
  t.true(told.includes('dropped no-workflow'));
});

test('an event without a workflow starts none', async (t) => {
  const { batches, told, happen } = await setUp(t, 'no-workflow');
  happen('CHANNEL_HANGUP_COMPLETE', { 'Hangup-Cause': 'NORMAL_CLEARING' });
  await until(() => told.length > 0, 'dropped');
  t.deepEqual(told, ['dropped no-workflow']);
  t.is(batches[0]?.start, undefined);
});

test('a bridge takes away the dead man that a renewal may have armed behind it', async (t) => {
  const { happen, said, lines } = await setUp(t);
  happen('CHANNEL_PARK');
  happen('CHANNEL_BRIDGE', { variable_cw_verb: '8' });
  await said(new RegExp(`^sched_del ${CALL}`));
  t.false(lines.lines().some((line) => line.startsWith('sched_transfer')));
});
