import { randomUUID } from 'node:crypto';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel, MessageOrigin, ProviderName } from '../../contracts/message/kinds.ts';
import { planMessage } from '../../contracts/message/plan.ts';
import type { PlanFacts, PlanProblem, PlanResult } from '../../contracts/message/plan-facts.ts';
import { recipientKeys } from '../../contracts/message/recipient-keys.ts';
import type { MessageRequest } from '../../contracts/message/request.ts';
import type { Repositories } from '../repositories/index.ts';
import { keyTaken } from '../repositories/message-insert.ts';
import { contentHash } from './content-hash.ts';

/** Where messages are written, and the provider of this installation. */
export type MessageTables = Pick<Repositories, 'messages' | 'messageFacts'>;
export type SendingProvider = { name: ProviderName; channels: readonly MessageChannel[] };

/** What somebody wants sent for a company. */
export type AcceptOrder = {
  tenant: TenantId;
  origin: MessageOrigin;
  /** E.g. the call or workflow that wanted it. */
  originRef: string | null;
  request: MessageRequest;
};

export type AcceptAnswer =
  | { kind: 'accepted'; id: string; existed: boolean }
  | { kind: 'refused'; problems: readonly PlanProblem[] };

/**
 * Takes a message into the ledger, once for each key of a company: asked for again it answers the same id, also when it
 * would be refused by now. Nothing is sent by it: start the workflow of the message. `now` in ms. Throws
 * `request/conflict` when the key belongs to other content.
 */
export async function acceptMessage(
  tables: MessageTables,
  provider: SendingProvider,
  actor: Actor,
  order: AcceptOrder,
  now: number,
): Promise<AcceptAnswer> {
  const { tenant, origin, originRef, request } = order;
  const hash = contentHash(request);
  const there = await tables.messages.byKey(actor, tenant, request.key);
  if (there !== undefined) {
    if (there.contentHash !== hash) throw keyTaken();
    return { kind: 'accepted', id: there.id, existed: true };
  }
  const { facts, result } = await plan(tables, provider, actor, order, now);
  if (!result.ok) return { kind: 'refused', problems: result.problems };
  const { id, existed } = await tables.messages.accept(actor, {
    id: randomUUID(),
    tenant,
    key: request.key,
    contentHash: hash,
    origin,
    originRef,
    provider: provider.name,
    alimtalk: alimtalkOf(facts),
    plan: result.plan,
    scheduled: result.plan.dueAt > now,
  });
  return { kind: 'accepted', id, existed };
}

/** The same plan without writing it. */
export async function previewMessage(
  tables: Pick<MessageTables, 'messageFacts'>,
  provider: SendingProvider,
  actor: Actor,
  order: Pick<AcceptOrder, 'tenant' | 'request'>,
  now: number,
): Promise<PlanResult> {
  return (await plan(tables, provider, actor, order, now)).result;
}

async function plan(
  tables: Pick<MessageTables, 'messageFacts'>,
  { channels }: SendingProvider,
  actor: Actor,
  { tenant, request }: Pick<AcceptOrder, 'tenant' | 'request'>,
  now: number,
): Promise<{ facts: PlanFacts; result: PlanResult }> {
  const { template, image, recipients } = request;
  const keys = recipientKeys(recipients);
  const facts = await tables.messageFacts.facts(actor, { tenant, template, image, keys, channels, now });
  return { facts, result: planMessage(request, facts, now) };
}

function alimtalkOf({ template }: PlanFacts): { channel: string; code: string } | null {
  const { alimtalkChannel: channel = null, alimtalkCode: code = null } = template ?? {};
  return channel === null || code === null ? null : { channel, code };
}
