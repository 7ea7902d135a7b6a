import { systemActor } from '../../contracts/api/actor.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { MAIN_LINE } from './demo-numbers.ts';

const actor = systemActor('setup');

/** Won for a piece, so that a fresh installation shows a cost; nobody's offer. */
const DEMO_PRICES = [
  { kind: 'sms', won: 20 },
  { kind: 'lms', won: 50 },
  { kind: 'mms', won: 200 },
  { kind: 'alimtalk', won: 8 },
] as const;
const PRICES_FROM = '2026-01-01';

/**
 * Gives the demo company a sender number, its main line, and the installation prices. Whatever of it people have set
 * stays. Safe to repeat.
 */
export async function prepareDemoMessages({
  senderNumbers,
  prices,
}: Pick<Repositories, 'senderNumbers' | 'prices'>): Promise<void> {
  const senders = await senderNumbers.list(actor);
  if (!senders.some(({ tenant }) => tenant === DEMO_TENANT)) {
    const sender = { tenant: DEMO_TENANT, digits: MAIN_LINE, label: '대표번호', user: null };
    const { id } = await senderNumbers.request(actor, sender);
    await senderNumbers.decide(actor, id, { state: 'verified', note: 'demo' });
  }
  if ((await prices.list(actor)).length > 0) return;
  for (const { kind, won } of DEMO_PRICES)
    await prices.add(actor, { tenant: null, kind, won, from: PRICES_FROM });
}
