import { randomUUID } from 'node:crypto';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageInput } from '../../contracts/message/names.ts';
import type { SendVerdict } from '../../contracts/message/provider.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { OUTBOX_ONLY, type TextingParts } from '../message/message-parts.ts';

export type TestTexting = Omit<TextingParts, 'setting'> & {
  setting: TextingParts['setting'];
  /** What was started, in order. */
  started: MessageInput[];
  /** False: Temporal is away. */
  serves: boolean;
};

/** Starts nothing, and tells what it was asked to start. */
export function createTestTexting(): TestTexting {
  const texting: TestTexting = {
    setting: OUTBOX_ONLY,
    started: [],
    serves: true,
    starter: {
      async start(input) {
        if (!texting.serves) throw new CallwrightError('temporal/unavailable', 'away');
        texting.started.push(input);
      },
      news: async () => undefined,
    },
  };
  return texting;
}

/** A verified sender number; `user`: of that person. */
export async function verifiedSender(
  { repositories: { senderNumbers } }: Pick<TestDatabase, 'repositories'>,
  digits: string,
  { tenant = DEMO_TENANT, user = null }: { tenant?: TenantId; user?: string | null } = {},
): Promise<string> {
  const { id } = await senderNumbers.request(system, { tenant, digits, label: '번호', user });
  await senderNumbers.decide(system, id, { state: 'verified', note: null });
  return id;
}

/** An order for the api: to these numbers, with what a test wants different. */
export const orderTo = (numbers: readonly string[], different: object = {}): object => ({
  key: randomUUID(),
  text: '테스트 문자 입니다.',
  recipients: numbers.map((number) => ({ number })),
  ...different,
});

/** Hands over everything that waits, as a worker would, with one verdict for each number; returns how many. */
export async function handOver(
  { repositories: { messageSends } }: Pick<TestDatabase, 'repositories'>,
  message: string,
  verdict: (to: string) => 'delivered' | 'refused',
): Promise<number> {
  const now = Date.now();
  const { batch, texts } = await messageSends.claim(system, message, { limit: 1_000, now });
  if (batch === null) return 0;
  const verdicts = texts.map(
    ({ ref, to }): SendVerdict =>
      verdict(to) === 'delivered'
        ? { ref, kind: 'accepted', providerId: ref }
        : { ref, kind: 'refused', code: '3002', reason: 'no such subscriber' },
  );
  await messageSends.settleVerdicts(system, batch, verdicts, now);
  const delivered = texts.filter(({ to }) => verdict(to) === 'delivered');
  const words = delivered.map(({ ref }) => ({ by: { ref }, kind: 'delivered', at: now }) as const);
  await messageSends.applyWords(system, 'outbox', words, now);
  return texts.length;
}
