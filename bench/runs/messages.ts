import { randomBytes } from 'node:crypto';
import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import { createRepositories } from '../../db/repositories/index.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { type LocalProvider, startMessageProvider } from '../../test/support/message-provider.ts';
import { people, SENDER } from '../../test/support/message-run.ts';
import { type BenchEngine, startBenchEngine } from '../engine/start-engine.ts';
import { machineSettings, partSettings, type Settings } from '../figures/settings.ts';
import { watchUsage } from '../figures/usage.ts';
import { type Ledger, ledgerOf, waitUntilDone } from './message-ledger.ts';

/** One message to so many people through one provider. */
export type Sent = Ledger & {
  /** From the order's HTTP request to its answer: checked, rendered, written for everybody. */
  readonly acceptMs: number;
  /** From the answer to the last outcome. */
  readonly settleMs: number;
  /** Processor time of each part in all of it, ms a text. */
  readonly cpuMsPerText: Readonly<Record<string, number>>;
  /** What the provider itself counts; of `outbox` the kept rows. */
  readonly counted: number;
};

export type MessagesResult = {
  readonly recipients: number;
  readonly outbox: Sent;
  readonly localProvider: Sent;
  readonly settings: Settings;
};

const SECRET = randomBytes(24).toString('hex');
const REPORT_SECRET = randomBytes(24).toString('hex');
/** Before the message that counts, so that code and connections are warm. */
const WARM_UP = 100;

/** Measures texts a second into the provider `outbox` and into a provider on this machine that reports by webhook. */
export async function runMessages(recipients: number, say: (line: string) => void): Promise<MessagesResult> {
  const machine = machineSettings();
  const provider = await startMessageProvider({ secret: SECRET });
  try {
    const outbox = await through({ MESSAGE_PROVIDER: 'outbox' }, recipients, say);
    const local = await through(
      {
        MESSAGE_PROVIDER: 'webhook',
        MESSAGE_WEBHOOK_URL: provider.url,
        MESSAGE_WEBHOOK_SECRET: SECRET,
        MESSAGE_REPORT_SECRET: REPORT_SECRET,
      },
      recipients,
      say,
      provider,
    );
    const { temporalServer, temporalSdk, postgres } = local.settings;
    const parts = { temporalServer, temporalSdk, postgres };
    const settings = { ...machine, ...parts, textBytes: 12, reports: 'after 20 ms, by webhook' };
    return { recipients, outbox: outbox.sent, localProvider: local.sent, settings };
  } finally {
    await provider.stop();
  }
}

async function through(
  roleEnv: Readonly<Record<string, string>>,
  recipients: number,
  say: (line: string) => void,
  provider?: LocalProvider,
): Promise<{ sent: Sent; settings: Settings }> {
  say(`starting the engine with ${roleEnv['MESSAGE_PROVIDER']} …`);
  const bench = await startBenchEngine({ env: process.env, say, roleEnv });
  try {
    const port = bench.port;
    provider?.setReportTo(`http://127.0.0.1:${port}/hooks/messages/webhook/${REPORT_SECRET}`);
    const order = await createOrder(bench, port);
    await waitUntilDone(bench.database, await order(WARM_UP, 10_000_000));
    const before = provider?.byRef.size ?? 0;
    const usage = watchUsage({ ...bench.parts, bench: process.pid });
    const began = performance.now();
    const id = await order(recipients, 20_000_000);
    const accepted = performance.now();
    await waitUntilDone(bench.database, id);
    const settled = performance.now();
    const { cpuMs } = usage();
    const ledger = await ledgerOf(bench.database, id);
    const sent: Sent = {
      ...ledger,
      acceptMs: Math.round(accepted - began),
      settleMs: Math.round(settled - accepted),
      cpuMsPerText: perText(cpuMs, recipients),
      counted: provider === undefined ? ledger.kept : provider.byRef.size - before,
    };
    say(`${roleEnv['MESSAGE_PROVIDER']}: ${JSON.stringify(sent)}`);
    return { sent, settings: await partSettings(bench, process.env) };
  } finally {
    await bench.stop();
  }
}

/** Orders by HTTP, as the console does; returns the message's id. */
async function createOrder(
  { database }: BenchEngine,
  port: number,
): Promise<(count: number, from: number) => Promise<string>> {
  const repositories = createRepositories(database);
  const user = await createTestUser({ repositories }, { role: 'company-admin' });
  const session = await sessionOf({ repositories } as never, user);
  await database.knex('sender_numbers').where({ tenant: DEMO_TENANT }).delete();
  await database.knex('sender_numbers').insert({
    id: crypto.randomUUID(),
    tenant: DEMO_TENANT,
    digits: SENDER,
    label: '대표',
    state: 'verified',
    is_main: true,
  });
  return async (count, from) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/messages`, {
      method: 'POST',
      headers: { ...session, 'Content-Type': 'application/json', 'X-Callwright': '1' },
      body: JSON.stringify({
        key: crypto.randomUUID(),
        text: '안녕하세요.',
        recipients: people(count, from),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the order was answered by ${response.status}: ${text.slice(0, 300)}`);
    return (JSON.parse(text) as { id: string }).id;
  };
}

const perText = (cpuMs: Readonly<Record<string, number>>, texts: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(cpuMs).map(([part, ms]) => [part, Math.round((ms / texts) * 1_000) / 1_000]),
  );
