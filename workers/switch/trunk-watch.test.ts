import test from 'ava';
import { createFakeSwitch, NODE } from '../../activities/testing/fake-switch.ts';
import type { SwitchStatus } from '../../db/repositories/switch-status.ts';
import type { TrunkStatus } from '../../db/repositories/trunk-status.ts';
import { createTrunkWatch } from './trunk-watch.ts';

const NOW = 1_790_000_000_000;
const gateway = (state: string, status: string): string => `<?xml version="1.0" encoding="ISO-8859-1"?>
<gateways>
  <gateway>
    <name>trunk</name>
    <pingfreq>25</pingfreq>
    <pingtime>1.50</pingtime>
    <state>${state}</state>
    <status>${status}</status>
    <uptime-usec>60000000</uptime-usec>
    <calls-in>3</calls-in>
    <calls-out>4</calls-out>
    <failed-calls-in>1</failed-calls-in>
    <failed-calls-out>2</failed-calls-out>
  </gateway>
</gateways>
`;
const STATUS = `UP 0 years, 0 days, 0 hours, 1 minute, 0 seconds, 0 milliseconds, 0 microseconds
FreeSWITCH (Version 1.10.12-release  64bit) is ready
9 session(s) since startup
2 session(s) - peak 3, last 5min 3 
0 session(s) per Sec out of max 200, peak 0, last 5min 0 
3000 session(s) max
`;

async function look(gateways: string | Error): Promise<{ trunks: TrunkStatus[]; switches: SwitchStatus[] }> {
  const written: { trunks: TrunkStatus[]; switches: SwitchStatus[] } = { trunks: [], switches: [] };
  const fake = createFakeSwitch((line) => {
    if (gateways instanceof Error) throw gateways;
    return line === 'status' ? STATUS : gateways;
  });
  const watch = createTrunkWatch({
    port: fake.port,
    writeTrunks: async (statuses) => void written.trunks.push(...statuses),
    writeSwitch: async (status) => void written.switches.push(status),
    now: () => NOW,
  });
  await watch();
  return written;
}

test('a trunk and its switch are written down as the switch tells them', async (t) => {
  const { trunks, switches } = await look(gateway('REGED', 'UP'));
  t.deepEqual(trunks, [
    {
      node: NODE,
      trunk: 'trunk',
      state: 'up',
      registration: 'REGED',
      pingMs: 1.5,
      callsIn: 3,
      callsOut: 4,
      failedIn: 1,
      failedOut: 2,
      upSince: NOW - 60_000,
    },
  ]);
  const facts = { version: '1.10.12-release', upSince: NOW - 60_000, sessions: 2, maxSessions: 3000 };
  t.deepEqual(switches, [{ node: NODE, ...facts }]);
});

test('a trunk that failed to register, or does not answer its pings, is down', async (t) => {
  for (const [state, status] of [
    ['FAIL_WAIT', 'UP'],
    ['REGED', 'DOWN'],
    ['TRYING', 'UP'],
  ] as const) {
    const { trunks } = await look(gateway(state, status));
    t.like(trunks[0], { state: 'down', registration: state, upSince: null });
  }
});

test('a switch without that gateway, without the question, or without an answer says so', async (t) => {
  t.is((await look(gateway('REGED', 'UP').replace('trunk', 'other'))).trunks[0]?.state, 'missing');
  t.is((await look('-ERR sofia Command not found!\n')).trunks[0]?.state, 'unknown');
  const silent = await look(new Error('no connection'));
  t.is(silent.trunks[0]?.state, 'unknown');
  t.deepEqual(silent.switches, []);
});
