import { randomUUID } from 'node:crypto';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel } from '../../contracts/message/kinds.ts';
import type { MessagePlan, PlannedRecipient } from '../../contracts/message/plan-facts.ts';
import type { Repositories } from '../repositories/index.ts';
import type { AcceptedMessage } from '../repositories/messages.ts';
import { DEMO_TENANT } from '../repositories/tenants.ts';
import { system } from './samples.ts';

/** A Monday at noon in Seoul, ms. */
export const NOON = Date.parse('2026-09-21T12:00:00+09:00');

/** Where samples are sent from; texts leave only while it is verified. */
export const SAMPLE_SENDER = '07000000001';

/** Makes the sender of samples a verified one of the company. */
export async function verifySender(
  { senderNumbers }: Pick<Repositories, 'senderNumbers'>,
  tenant: TenantId = DEMO_TENANT,
): Promise<string> {
  const { id } = await senderNumbers.request(system, {
    tenant,
    digits: SAMPLE_SENDER,
    label: 'main',
    user: null,
  });
  await senderNumbers.decide(system, id, { state: 'verified', note: null });
  return id;
}

/** `01000000001`, `01000000002` …: a range that no carrier gives out. */
export const mobile = (n: number): string => `010${String(n).padStart(8, '0')}`;

/** A recipient as a plan has him; an Alimtalk falls back to SMS. */
export const sampleRecipient = (
  row: number,
  channel: MessageChannel,
  different: Partial<PlannedRecipient> = {},
): PlannedRecipient => ({
  row,
  digits: mobile(row),
  display: mobile(row),
  name: `${row}`,
  exclusion: null,
  channel,
  text: `text ${row}`,
  bytes: 6,
  fallback: channel === 'alimtalk' ? { channel: 'sms', text: `sms ${row}`, bytes: 5 } : null,
  variables: {},
  dueAt: NOON,
  night: false,
  restored: false,
  problem: null,
  ...different,
});

/** A plan for so many people, or for the ones given. */
export function samplePlan(
  people: number | readonly PlannedRecipient[],
  different: Partial<MessagePlan> = {},
): MessagePlan {
  const channel = different.channel ?? 'sms';
  const recipients =
    typeof people === 'number'
      ? Array.from({ length: people }, (_, index) => sampleRecipient(index + 1, channel))
      : people;
  return {
    purpose: 'info',
    channel,
    sender: SAMPLE_SENDER,
    subject: null,
    body: 'text',
    template: null,
    image: null,
    fallback: true,
    recipients,
    counts: { valid: 0, notANumber: 0, notMobile: 0, duplicate: 0, optedOut: 0, noConsent: 0 },
    channels: { sms: 0, lms: 0, mms: 0, alimtalk: 0 },
    longestBytes: 6,
    dueAt: NOON,
    estimate: null,
    estimateAtMost: null,
    ...different,
  };
}

/** A message that is to be accepted, of the demo tenant. */
export const sampleMessage = (
  plan: MessagePlan,
  different: Partial<AcceptedMessage> = {},
): AcceptedMessage => ({
  id: randomUUID(),
  tenant: DEMO_TENANT,
  key: randomUUID(),
  contentHash: 'a'.repeat(64),
  origin: 'console',
  originRef: null,
  provider: 'outbox',
  alimtalk: plan.channel === 'alimtalk' ? { channel: '@sample', code: 'SAMPLE' } : null,
  plan,
  scheduled: false,
  ...different,
});

/** Accepts a sample; returns its id. */
export async function acceptSample(
  { messages }: Pick<Repositories, 'messages'>,
  plan: MessagePlan,
  different: Partial<AcceptedMessage> & { actor?: Actor } = {},
): Promise<string> {
  const { actor = system, ...rest } = different;
  return (await messages.accept(actor, sampleMessage(plan, rest))).id;
}
