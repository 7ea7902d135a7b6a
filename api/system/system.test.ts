import test from 'ava';
import { systemActor } from '../../contracts/api/actor.ts';
import { HEALTH_STALE_AFTER_MS } from '../../contracts/api/health.ts';
import { SystemView } from '../../contracts/api/system.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { MessageRequest } from '../../contracts/message/request.ts';
import { acceptMessage } from '../../db/messages/accept-message.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { nodeA, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type MessageSetting, OUTBOX_ONLY } from '../message/message-parts.ts';
import { NO_STARTER } from '../message/message-starter.ts';
import { startTestApi } from '../testing/test-api.ts';
import { orderTo, verifiedSender } from '../testing/test-texting.ts';
import { NO_SETTINGS } from './settings-parts.ts';
import type { SystemParts } from './system-parts.ts';

const GIB = 1_073_741_824;
const NOW = 1_790_000_000_000;
const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

type Part = SystemView['parts'][number];

async function look(
  own: Partial<SystemParts> = {},
  mailDelivers = false,
  setting: MessageSetting = OUTBOX_ONLY,
): Promise<Record<string, Part>> {
  const parts: SystemParts = {
    temporalVersion: async () => '1.29.1',
    storage: async () => ({ kind: 'folder', writable: true, freeBytes: 50 * GIB, totalBytes: 100 * GIB }),
    nodes: [nodeA],
    version: '0.1.0',
    ...own,
  };
  const settings = { ...NO_SETTINGS, system: parts };
  const server = await startTestApi(db(), {
    settings,
    mailDelivers,
    texting: { setting, starter: NO_STARTER },
    clock: () => NOW,
  });
  const answer = await server.get('/api/v1/system');
  await server.api.close();
  const view = SystemView.parse(JSON.parse(answer.text));
  for (const { state, advice } of view.parts)
    if (state !== 'ok' && (advice === null || advice.ko === '' || advice.en === ''))
      throw new Error('a part that is not well comes without advice');
  return Object.fromEntries(view.parts.map((part) => [part.part, part]));
}

const report = (
  role: 'flow-worker' | 'switch-worker',
  parts: { part: string; ok: boolean; lastError?: string; lastErrorAt?: number; lastSuccessAt?: number }[],
  version = '0.1.0',
) => db().repositories.partHealth.report(systemActor(role), { role, instance: role, version }, parts);

test.serial('a provider of texts that takes none now is not well, and says why', async (t) => {
  t.like((await look())['texts'], { state: 'off', advice: { code: 'texts/kept' } });
  const setting = { ...OUTBOX_ONLY, provider: 'solapi', delivers: true } as const;
  t.like((await look({}, false, setting))['texts'], { state: 'ok', advice: null, lastError: null });
  await verifiedSender(db(), '0223456789');
  const provider = { name: 'solapi', channels: setting.channels } as const;
  const request = MessageRequest.parse(orderTo(['01012345678']));
  const order = { tenant: DEMO_TENANT, origin: 'api', originRef: null, request } as const;
  const accepted = await acceptMessage(db().repositories, provider, system, order, Date.now());
  const id = accepted.kind === 'accepted' ? accepted.id : '';
  const { messageSends } = db().repositories;
  const { batch, texts } = await messageSends.claim(system, id, { limit: 1, now: Date.now() });
  const later = { kind: 'later', afterMs: 60_000, reason: 'no balance' } as const;
  await messageSends.settleVerdicts(
    system,
    batch ?? '',
    texts.map(({ ref }) => ({ ref, ...later })),
    Date.now(),
  );
  t.like((await look({}, false, setting))['texts'], {
    state: 'degraded',
    advice: { code: 'texts/failing' },
    lastError: 'no balance',
  });
});

test.beforeEach(async () => {
  await db().database.knex('part_health').delete();
});

test.serial('servers say their version, or what to do', async (t) => {
  const well = await look();
  t.like(well['temporal'], { state: 'ok', version: '1.29.1', advice: null });
  t.regex(well['postgres']?.version ?? '', /^[0-9]+\.[0-9]+$/);
  t.is(well['postgres']?.state, 'ok');
  const away = await look({ temporalVersion: () => Promise.reject(new Error('secret words')) });
  t.like(away['temporal'], { state: 'down', version: null, advice: { code: 'temporal/down' } });
  t.truthy(away['temporal']?.lastErrorAt);
  t.notRegex(JSON.stringify(away), /secret words/);
});

test.serial('a switch is well when every process reaches it, and down when nobody watches it', async (t) => {
  t.like((await look())['switch:a'], { state: 'down', advice: { code: 'switch/unwatched' } });
  await report('switch-worker', [
    { part: 'switch:a', ok: true, lastSuccessAt: 1_000 },
    { part: 'events:a', ok: true, lastSuccessAt: 2_000 },
  ]);
  await db().repositories.switchStatus.report(system, {
    node: nodeA,
    version: '1.10.12-release',
    upSince: NOW - 90_060_000,
    sessions: 7,
    maxSessions: 3_000,
  });
  t.like((await look())['switch:a'], {
    state: 'ok',
    version: '1.10.12-release',
    detail: { ko: '가동 1일 1시간 1분, 통화 채널 7 / 3000', en: 'up 1 d 1 h 1 min, 7 / 3000 channels' },
    lastSuccessAt: '1970-01-01T00:00:02.000Z',
    advice: null,
  });
  await report('flow-worker', [{ part: 'switch:a', ok: false, lastErrorAt: 5_000, lastError: 'no route' }]);
  t.like((await look())['switch:a'], {
    state: 'degraded',
    lastError: 'no route',
    advice: { code: 'switch/partly' },
  });
  await report('switch-worker', [
    { part: 'switch:a', ok: false, lastErrorAt: 6_000, lastError: 'refused' },
    { part: 'events:a', ok: false, lastErrorAt: 6_000, lastError: 'refused' },
  ]);
  t.like((await look())['switch:a'], { state: 'down', detail: null, advice: { code: 'switch/down' } });
});

test.serial(
  'a process that fell silent, runs another version or has nothing to answer says so',
  async (t) => {
    await report('flow-worker', [{ part: 'temporal', ok: true }]);
    await report('switch-worker', [
      { part: 'numbers', ok: false, lastError: 'no number', lastErrorAt: 1_000 },
    ]);
    const found = await look({ version: '0.2.0' });
    t.like(found['flow-worker:flow-worker'], {
      state: 'degraded',
      version: '0.1.0',
      advice: { code: 'worker/version' },
    });
    t.like(found['switch-worker:switch-worker'], { state: 'degraded', advice: { code: 'numbers/none' } });
    const old = new Date(Date.now() - HEALTH_STALE_AFTER_MS - 1_000);
    await db().database.knex('part_health').update({ reported_at: old });
    t.like((await look())['flow-worker:flow-worker'], { state: 'down', advice: { code: 'worker/silent' } });
  },
);

test.serial('storage that cannot be written or is nearly full', async (t) => {
  t.like((await look())['storage'], { state: 'ok', detail: { en: '50.0 of 100.0 GiB free' } });
  const low = await look({
    storage: async () => ({ kind: 'folder', writable: true, freeBytes: GIB, totalBytes: 100 * GIB }),
  });
  t.like(low['storage'], { state: 'degraded', advice: { code: 'storage/low' } });
  const broken = await look({
    storage: () => Promise.reject(new CallwrightError('config/invalid', 'no folder')),
  });
  t.like(broken['storage'], {
    state: 'down',
    lastError: 'no folder',
    advice: { code: 'storage/not-writable' },
  });
});

test.serial('mails are kept, sent or failing', async (t) => {
  t.like((await look())['messages'], { state: 'off', advice: { code: 'messages/kept' } });
  t.like((await look({}, true))['messages'], { state: 'ok', advice: null });
});
