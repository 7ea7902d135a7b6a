import { randomUUID } from 'node:crypto';
import test from 'ava';
import { MessageRequest } from '../../contracts/message/request.ts';
import { previewMessage } from '../../db/messages/accept-message.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { prepareDemoMessages } from './demo-messages.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

test('a fresh installation can send a text and says what it costs; a second start changes nothing', async (t) => {
  const { repositories } = db();
  await prepareDemoMessages(repositories);
  await prepareDemoMessages(repositories);
  t.is((await repositories.senderNumbers.list(system)).length, 1);
  t.is((await repositories.prices.list(system)).length, 4);
  const request = MessageRequest.parse({
    key: randomUUID(),
    text: '안녕하세요',
    recipients: [{ number: '010-0000-0001' }],
  });
  const provider = { name: 'outbox', channels: ['sms'] } as const;
  const now = Date.parse('2026-09-21T12:00:00+09:00');
  const preview = await previewMessage(repositories, provider, system, { tenant: DEMO_TENANT, request }, now);
  t.like(preview, { ok: true, plan: { estimate: 20 } });
});
