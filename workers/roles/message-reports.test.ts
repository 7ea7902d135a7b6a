import test, { type ExecutionContext } from 'ava';
import { createSolapi } from '../../activities/message/providers/solapi/solapi.ts';
import { solapiModel } from '../../activities/message/providers/testing/solapi-model.ts';
import { SIGNATURE_HEADER, signatureOf } from '../../activities/message/providers/webhook/signature.ts';
import { createWebhook } from '../../activities/message/providers/webhook/webhook.ts';
import { startTestApi } from '../../api/testing/test-api.ts';
import type { MessageProvider, OutgoingText } from '../../contracts/message/provider.ts';
import { createMessageReported } from '../../db/repositories/message-reported.ts';
import { acceptSample, NOON, samplePlan, verifySender } from '../../db/testing/message-samples.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createMessageReports } from './message-reports.ts';

const db = useTestDatabase(test, {
  async prepare(repositories) {
    await repositories.tenants.ensureDemoTenant(system);
    await verifySender(repositories);
  },
});
const PATH_SECRET = 'a-path-secret-of-24-letters';
const SIGNING = 'a-secret-of-32-characters-or-more';

async function world(t: ExecutionContext, provider: MessageProvider) {
  const told: string[] = [];
  const timers: (() => void)[] = [];
  const reports = createMessageReports({
    provider,
    secret: PATH_SECRET,
    tables: db().repositories,
    reported: createMessageReported(db().database.knex),
    news: { tell: (changed) => void told.push(...changed.map(({ id }) => id)) },
    warn: () => undefined,
    now: () => NOON + 1_000,
    later: (_ms, run) => void timers.push(run),
  });
  const http = await startTestApi(db(), { messageReports: reports });
  t.teardown(() => http.api.close());
  const post = (content: unknown, headers: Record<string, string> = {}) =>
    http.send('POST', `/hooks/messages/${provider.name}/${PATH_SECRET}`, JSON.stringify(content), headers);
  const second = async (): Promise<void> => {
    for (const run of timers.splice(0)) run();
    await reports.close();
  };
  return { told, post, second };
}

/** A message whose texts are with the provider. */
async function handedOver(provider: MessageProvider, people: number, channel: 'sms' | 'alimtalk' = 'sms') {
  const { messageSends } = db().repositories;
  const plan = samplePlan(people, { channel });
  const message = await acceptSample(db().repositories, plan, { provider: provider.name });
  const { batch, texts } = await messageSends.claim(system, message, { limit: 100, now: NOON });
  const prepared = await provider.prepare?.(batch ?? '');
  const handle = prepared !== undefined && 'handle' in prepared ? prepared.handle : null;
  if (handle !== null) await messageSends.setHandle(system, batch ?? '', handle);
  const outgoing: OutgoingText[] = texts.map((text) => ({ ...text, image: null }));
  const verdicts =
    provider.name === 'solapi'
      ? await provider.send({ batch: batch ?? '', handle, texts: outgoing })
      : texts.map(({ ref }) => ({ ref, kind: 'accepted' as const, providerId: `id-${ref}` }));
  await messageSends.settleVerdicts(system, batch ?? '', verdicts, NOON);
  return { message, refs: texts.map(({ ref }) => ref) };
}

const gateway = (): MessageProvider =>
  createWebhook({ url: 'http://127.0.0.1:9', secret: SIGNING, now: () => NOON });
const signed = (content: unknown): Record<string, string> => ({
  [SIGNATURE_HEADER]: signatureOf(JSON.stringify(content), SIGNING),
});
const countsOf = async (message: string) =>
  (await db().repositories.messages.detail(system, message))?.counts;

test('signed words are stored once, however often and in whatever order they come', async (t) => {
  const provider = gateway();
  const { told, post } = await world(t, provider);
  const { message, refs } = await handedOver(provider, 2);
  const [first, second] = refs;
  const delivered = { reports: [{ ref: first, status: 'delivered' }] };
  const late = {
    reports: [
      { ref: first, status: 'accepted' },
      { ref: second, status: 'failed', code: 'E', reason: '' },
    ],
  };
  for (const content of [delivered, late, delivered, late])
    t.is((await post(content, signed(content))).status, 200);
  t.like(await countsOf(message), { delivered: 1, failed: 1 });
  t.deepEqual(told, [message, message], 'repetitions are no news');
});

test('a forged report changes nothing', async (t) => {
  const provider = gateway();
  const { told, post } = await world(t, provider);
  const { message, refs } = await handedOver(provider, 1);
  const content = { reports: [{ ref: refs[0], status: 'delivered' }] };
  t.is((await post(content)).status, 403);
  t.is((await post(content, { [SIGNATURE_HEADER]: signatureOf('{}', SIGNING) })).status, 403);
  t.like(await countsOf(message), { delivered: 0 });
  t.deepEqual(told, []);
});

test('a report of a failed Alimtalk that comes ten times leaves one SMS to be sent', async (t) => {
  const provider = gateway();
  const { told, post } = await world(t, provider);
  const { message, refs } = await handedOver(provider, 1, 'alimtalk');
  const content = { reports: [{ ref: refs[0], status: 'failed', code: '3104', reason: '미사용자' }] };
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(content, signed(content))));
  t.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  t.deepEqual(told, [message]);
  const { messageSends } = db().repositories;
  t.like(await messageSends.figures(system, message, NOON + 1_000), { waiting: 1 });
});

test('words about nobody of ours are taken and change nothing', async (t) => {
  const provider = gateway();
  const { told, post } = await world(t, provider);
  const content = {
    reports: [
      { ref: 'no-uuid', status: 'delivered' },
      { ref: crypto.randomUUID(), status: 'delivered' },
    ],
  };
  t.is((await post(content, signed(content))).status, 200);
  t.deepEqual(told, []);
});

test('of an unsigned report only the names are believed: Solapi is asked what became of the texts', async (t) => {
  const model = await solapiModel(t);
  const provider = createSolapi(model.setting);
  const { told, post, second } = await world(t, provider);
  const { message, refs } = await handedOver(provider, 2);
  for (const text of model.groups.get('G4V1')?.texts ?? []) text.statusCode = '4000';
  const lie = [{ messageId: 'M4V', statusCode: '3047', customFields: { ref: refs[0] } }, { groupId: 'G4V1' }];
  t.is((await post(lie)).status, 200);
  t.like(await countsOf(message), { delivered: 0, failed: 0 });
  await second();
  t.like(await countsOf(message), { delivered: 1, failed: 0 });
  t.deepEqual(told, [message]);
});

test('an unsigned report cannot have a hand-over called off that is under way', async (t) => {
  const model = await solapiModel(t);
  const provider = createSolapi(model.setting);
  const { post, second } = await world(t, provider);
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1), { provider: 'solapi' });
  const { batch, texts } = await messageSends.claim(system, message, { limit: 9, now: NOON });
  const prepared = await provider.prepare?.(batch ?? '');
  if (prepared !== undefined && 'handle' in prepared)
    await messageSends.setHandle(system, batch ?? '', prepared.handle);
  await post([{ messageId: 'M', customFields: { ref: texts[0]?.ref } }]);
  await second();
  t.is(model.groups.get('G4V1')?.status, 'PENDING');
});
