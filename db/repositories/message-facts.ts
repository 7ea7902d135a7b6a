import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel } from '../../contracts/message/kinds.ts';
import type { ImageFact, PlanFacts, SenderFact, TemplateFact } from '../../contracts/message/plan-facts.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';
import { createMessageSettings } from './message-settings.ts';
import { createPrices } from './prices.ts';

/** What facts are needed about; `keys`: canonical digits of the recipients. */
export type FactsRequest = {
  tenant: TenantId;
  template: string | undefined;
  image: string | undefined;
  keys: readonly string[];
  /** What the provider of this installation carries. */
  channels: readonly MessageChannel[];
  now: number;
};

export type MessageFacts = {
  /** All that `planMessage` is told about a company. */
  facts(actor: Actor, request: FactsRequest): Promise<PlanFacts>;
};

/** Reads what a plan depends on, of the tables of messages. */
export function createMessageFacts(knex: Knex): MessageFacts {
  const settings = createMessageSettings(knex);
  const prices = createPrices(knex);
  return {
    async facts(actor, { tenant, template, image, keys, channels, now }) {
      requireTenant(actor, tenant);
      return {
        senders: await query(sendersOf(knex, actor, tenant)),
        senderRule: actor.kind === 'user' && actor.role === 'agent' ? 'own' : 'company',
        settings: await settings.read(actor, tenant),
        template: template === undefined ? null : await query(templateOf(knex, tenant, template)),
        image: image === undefined ? null : await query(imageOf(knex, tenant, image)),
        optOuts: await query(optOutsOf(knex, tenant, keys)),
        consents: await query(consentsOf(knex, tenant, keys)),
        prices: await prices.today(actor, tenant, now),
        channels,
      };
    },
  };
}

async function sendersOf(knex: Knex, actor: Actor, tenant: TenantId): Promise<SenderFact[]> {
  const rows = await knex('sender_numbers')
    .select<(Omit<SenderFact, 'own'> & { user_id: string | null })[]>('digits', 'state', 'user_id', {
      main: 'is_main',
    })
    .where('tenant', tenant)
    .orderBy('requested_at');
  return rows.map(({ user_id, ...sender }) => ({
    ...sender,
    own: actor.kind === 'user' && user_id === actor.user,
  }));
}

async function templateOf(knex: Knex, tenant: TenantId, id: string): Promise<TemplateFact | null> {
  const [found] = await knex('message_templates')
    .select<TemplateFact[]>('id', 'kind', 'purpose', 'subject', 'body', {
      smsBody: 'sms_body',
      alimtalkChannel: 'alimtalk_channel',
      alimtalkCode: 'alimtalk_code',
      alimtalkState: 'alimtalk_state',
    })
    .where({ id, tenant })
    .whereNull('removed_at');
  return found ?? null;
}

async function imageOf(knex: Knex, tenant: TenantId, id: string): Promise<ImageFact | null> {
  const [found] = await knex('message_images')
    .select<ImageFact[]>('id', 'size', 'width', 'height')
    .where({ id, tenant });
  return found ?? null;
}

/** One array is one value of the statement, however many numbers it holds. */
const among = (knex: Knex, keys: readonly string[]): Knex.Raw => knex.raw('digits = any (?)', [[...keys]]);

async function optOutsOf(
  knex: Knex,
  tenant: TenantId,
  keys: readonly string[],
): Promise<PlanFacts['optOuts']> {
  const rows = await knex('opt_outs')
    .select<{ digits: string; scope: 'ad' | 'all' }[]>('digits', 'scope')
    .where('tenant', tenant)
    .where(among(knex, keys));
  return new Map(rows.map(({ digits, scope }) => [digits, scope]));
}

async function consentsOf(
  knex: Knex,
  tenant: TenantId,
  keys: readonly string[],
): Promise<PlanFacts['consents']> {
  const rows = await knex('ad_consents')
    .select<{ digits: string; night: boolean }[]>('digits', 'night')
    .where('tenant', tenant)
    .whereNull('withdrawn_at')
    .where(among(knex, keys));
  return new Map(rows.map(({ digits, night }) => [digits, { night }]));
}
