import { randomUUID } from 'node:crypto';
import type { TenantId } from '../../contracts/ids.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';

/** Rows of a company that texting is about, fresh for each request. */
export type CompanyTexts = {
  /** Sent by nobody of the company: to one person, in vain. */
  message(state?: 'scheduled' | 'done'): Promise<string>;
  template(kind?: 'text' | 'alimtalk'): Promise<string>;
  /** Not verified yet. */
  sender(): Promise<string>;
  optOut(): Promise<string>;
  consent(): Promise<string>;
  /** Under a verified number. */
  thread(): Promise<string>;
  lettering(): Promise<string>;
  /** Not in force yet. */
  price(): Promise<string>;
  image(): Promise<string>;
};

let lastMobile = 10_000_000;
const newMobile = (): string => `010${++lastMobile}`;
let lastOwn = 1_000_000;
const newOwn = (): string => `070${++lastOwn}0`;

/** What makes them. */
export function createCompanyTexts({ database: { knex } }: TestDatabase, tenant: TenantId): CompanyTexts {
  const insert = async (table: string, row: object): Promise<string> => {
    const id = randomUUID();
    await knex(table).insert({ id, tenant, ...row });
    return id;
  };
  const sender = async (state: 'requested' | 'verified', digits = newOwn()): Promise<string> =>
    insert('sender_numbers', { digits, label: '대표', state });
  return {
    message: (state = 'done') => insertMessage(insert, state),
    template: (kind = 'text') =>
      insert('message_templates', {
        name: randomUUID(),
        kind,
        purpose: 'info',
        body: '안녕하세요',
        alimtalk_state: kind === 'alimtalk' ? 'pending' : null,
      }),
    sender: () => sender('requested'),
    async optOut() {
      const digits = newMobile();
      await knex('opt_outs').insert({ tenant, digits, scope: 'all', source: 'person' });
      return digits;
    },
    async consent() {
      const digits = newMobile();
      await knex('ad_consents').insert({ tenant, digits, night: false, source: '가입 신청서' });
      return digits;
    },
    async thread() {
      const [ours, other] = [newOwn(), newMobile()];
      await sender('verified', ours);
      const text = { provider: 'outbox', provider_id: randomUUID(), ours, other, text: '네', at: new Date() };
      await insert('inbound_texts', text);
      return insert('text_threads', { ours, other, last_at: new Date() });
    },
    lettering: () =>
      insert('letterings', { digits: newOwn(), phrase: '회사', carrier: '통신사', state: 'requested' }),
    price: () => insert('prices', { kind: 'sms', won: 20, valid_from: `2099-01-${++lastDay % 28 || 28}` }),
    image: () => {
      const bytes = Buffer.from(randomUUID());
      const sha256 = bytes.toString('hex').slice(0, 64);
      return insert('message_images', { bytes, size: bytes.length, width: 320, height: 240, sha256 });
    },
  };
}

let lastDay = 0;

async function insertMessage(
  insert: (table: string, row: object) => Promise<string>,
  state: 'scheduled' | 'done',
): Promise<string> {
  const over = state === 'done';
  const [now, later] = [new Date(), new Date(Date.now() + 3_600_000)];
  const message = await insert('messages', {
    key: randomUUID(),
    content_hash: '0'.repeat(64),
    purpose: 'info',
    channel: 'sms',
    sender: newOwn(),
    body: '시험',
    fallback: false,
    origin: 'workflow',
    created_by: 'flow-worker',
    provider: 'outbox',
    state,
    due_at: over ? now : later,
    longest_bytes: 4,
    total: 1,
    failed: over ? 1 : 0,
    finished_at: over ? now : null,
  });
  const recipient = await insert('message_recipients', {
    message,
    position: 1,
    digits: newMobile(),
    name: '',
    text: '시험',
    channel: 'sms',
    variables: {},
    night: false,
    outcome: over ? 'failed' : 'pending',
  });
  await insert('message_sends', {
    recipient,
    message,
    round: 1,
    step: 0,
    channel: 'sms',
    state: over ? 'failed' : 'waiting',
    due_at: over ? now : later,
    settled_at: over ? now : null,
  });
  return message;
}
