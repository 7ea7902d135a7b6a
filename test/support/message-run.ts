import { randomUUID } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import type { MessageDetailView, MessageOrderInput } from '../../contracts/api/messages.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import type { AskApi } from './ask-api.ts';
import type { TestEngine } from './engine.ts';
import type { HandedText, LocalProvider } from './message-provider.ts';
import { until } from './until.ts';

export const SENDER = '0212345678';
export const TEMPLATE_TEXT = '#{이름}님, 예약이 확정되었습니다.';

/** A company that may send: a verified number and an approved Alimtalk template, whose id is returned. */
export async function letSend({ database }: TestEngine): Promise<string> {
  const { knex } = database.database;
  await database.repositories.tenants.ensureDemoTenant({ kind: 'system', role: 'test' });
  const tenant = DEMO_TENANT;
  await knex('sender_numbers').where({ tenant }).delete();
  await knex('sender_numbers').insert({
    id: randomUUID(),
    tenant,
    digits: SENDER,
    label: '대표',
    state: 'verified',
    is_main: true,
  });
  const template = randomUUID();
  await knex('message_templates').insert({
    id: template,
    tenant,
    name: '예약 확정',
    kind: 'alimtalk',
    purpose: 'info',
    body: TEMPLATE_TEXT,
    sms_body: '예약이 확정되었습니다.',
    alimtalk_channel: '@callwright',
    alimtalk_code: 'RSV01',
    alimtalk_state: 'approved',
  });
  return template;
}

/** Mobiles of nobody, each with a name; the last digit decides what becomes of them ({@link fateByDigit}). */
export const people = (count: number, from: number): MessageOrderInput['recipients'] =>
  Array.from({ length: count }, (_, n) => ({
    number: `010${String(from + n).padStart(8, '0')}`,
    name: `사람 ${n}`,
    variables: { 이름: `사람 ${n}` },
  }));

/** Numbers that end in 9 get nothing; those in 5 to 9 have no Kakao. */
export const fateByDigit = ({ to, channel }: HandedText): 'delivered' | 'failed' =>
  to.endsWith('9') || (channel === 'alimtalk' && /[5-9]$/.test(to)) ? 'failed' : 'delivered';

/** Asks again while the api is away; orders carry a key, so that they can be repeated. */
export function patient(ask: AskApi): AskApi {
  return <T>(method: string, path: string, body?: object): Promise<T> =>
    until(async () => {
      try {
        return await ask<T>(method, path, body);
      } catch (error) {
        // A refusal is an answer; without one nobody was there.
        if (error instanceof Error && /^4\d\d /.test(error.message)) throw error;
        return undefined;
      }
    }, `${method} ${path} is answered`);
}

/** Orders a message; returns its id. */
export async function order(
  ask: AskApi,
  wanted: Pick<MessageOrderInput, 'recipients'> & Partial<MessageOrderInput>,
): Promise<string> {
  const whole = {
    key: `test-${randomUUID()}`,
    ...(wanted.template ? {} : { text: '안녕하세요.' }),
    ...wanted,
  };
  return (await patient(ask)<{ id: string }>('POST', '/messages', whole)).id;
}

/** The message when nothing of it is open any more, as the api shows it. */
export async function over(
  { database }: TestEngine,
  ask: AskApi,
  id: string,
  limitMs = 120_000,
): Promise<MessageDetailView> {
  const closed = async (): Promise<boolean> => {
    const row: { state: string } | undefined = await database.database
      .knex('messages')
      .where({ id })
      .first('state');
    return row?.state === 'done' || row?.state === 'cancelled';
  };
  await until(closed, `message ${id} is over`, limitMs);
  return patient(ask)('GET', `/messages/${id}`);
}

/**
 * Nobody got a text twice, every recipient has an outcome, and the ledger counts what the provider counts. Of all
 * messages of the engine, which must have had no other provider.
 */
export async function checkLedger(
  t: ExecutionContext,
  { database }: TestEngine,
  provider: LocalProvider,
): Promise<void> {
  const { knex } = database.database;
  const twice = (counts: ReadonlyMap<string, number>): string[] =>
    [...counts].filter(([, count]) => count > 1).map(([key]) => key);
  t.deepEqual(twice(provider.byRef), [], 'no reference was accepted twice');
  t.deepEqual(twice(provider.byPerson), [], 'no person got a text twice');
  const pending = await knex('message_recipients').where('outcome', 'pending').count({ count: '*' }).first();
  t.is(Number(pending?.['count']), 0, 'every recipient has an outcome');
  const sends: { id: string; state: string }[] = await knex('message_sends').select('id', 'state');
  const inState = (state: string): string[] => sends.filter((one) => one.state === state).map(({ id }) => id);
  const totals = provider.totals();
  t.is(inState('delivered').length, totals.delivered, 'delivered, as the provider counts');
  t.is(inState('failed').length, totals.failed, 'failed, as the provider counts');
  t.deepEqual(
    inState('delivered').filter((id) => !provider.byRef.has(id)),
    [],
  );
  const used = await knex('usage_events').count({ count: '*' }).first();
  t.is(Number(used?.['count']), totals.delivered, 'each delivered text is charged once');
}
