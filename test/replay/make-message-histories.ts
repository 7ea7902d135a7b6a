import { randomBytes } from 'node:crypto';
import type { MessageOrderInput } from '../../contracts/api/messages.ts';
import { messageWorkflowId } from '../../contracts/message/names.ts';
import { createAskApi } from '../support/ask-api.ts';
import { startTestEngine } from '../support/engine.ts';
import { startMessageProvider } from '../support/message-provider.ts';
import { noFaults } from '../support/message-provider-faults.ts';
import { fateByDigit, letSend, order, over, people } from '../support/message-run.ts';
import { until } from '../support/until.ts';
import { type History, writeHistory } from './record.ts';
import { HISTORIES } from './replay.ts';

/**
 * Records the histories of messages, beside those of calls: one that goes well, one whose Alimtalk fails, one whose
 * first reply is lost and is looked up, one that is called off before its time.
 */
const secret = randomBytes(20).toString('hex');
const provider = await startMessageProvider({ secret, fate: fateByDigit });
const engine = await startTestEngine({
  roleEnv: {
    MESSAGE_PROVIDER: 'webhook',
    MESSAGE_WEBHOOK_URL: provider.url,
    MESSAGE_WEBHOOK_SECRET: secret,
    MESSAGE_REPORT_SECRET: secret,
    MESSAGE_POLL_MS: '3000',
  },
});
try {
  const ask = createAskApi(() => engine);
  const template = await letSend(engine);
  provider.setReportTo(`http://127.0.0.1:${engine.port}/hooks/messages/webhook/${secret}`);
  const send = (from: number, wanted: Partial<MessageOrderInput> = {}): Promise<string> =>
    order(ask, { recipients: people(10, from), ...wanted });

  await save('message', await send(10_000_000));
  await save('message-fallback', await send(10_000_010, { template, channel: 'alimtalk' }));
  const lost = ['reply-lost' as const];
  provider.setFaults({
    ...noFaults,
    handOver: () => lost.pop() ?? 'none',
    report: () => ({ fault: 'lost', afterMs: 0 }),
  });
  await save('message-lost-reply', await send(10_000_020));
  const off = await send(10_000_030, { dueAt: new Date(Date.now() + 3_600_000).toISOString() });
  await until(() => engine.histories.ofWorkflow(messageWorkflowId(off)).catch(() => undefined), 'it waits');
  await ask('POST', `/messages/${off}/cancel`);
  await save('message-called-off', off);

  async function save(name: string, id: string): Promise<void> {
    await over(engine, ask, id);
    const history = await until(async (): Promise<History | undefined> => {
      const found = await engine.histories.ofWorkflow(messageWorkflowId(id));
      return found.events?.at(-1)?.workflowExecutionCompletedEventAttributes ? found : undefined;
    }, `the workflow of ${name} has completed`);
    await writeHistory(history, `${HISTORIES}${name}.json`);
    process.stdout.write(`${name}: ${history.events?.length ?? 0} events\n`);
  }
} finally {
  await engine.stop();
  await provider.stop();
}
// The SDK's runtime would keep the process alive.
process.exit();
