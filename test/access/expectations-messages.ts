import type { Company } from './company.ts';
import type { Expected, Fill } from './expectations.ts';
import { ADMINS, PEOPLE, PLATFORM, type Who } from './who.ts';

const READERS: readonly Who[] = [...PEOPLE, 'key:messages.read'];
const SENDERS: readonly Who[] = [...PEOPLE, 'key:messages.send'];
/** An agent sees his own texts only, and none of these rows is his. */
const NOT_THEIRS: readonly Who[] = ['agent'];
/** Nothing in it: 400 says that the door was open. */
const EMPTY = { fill: { body: {} }, ok: 400 } as const;

const TEMPLATE = {
  kind: 'text',
  purpose: 'info',
  subject: null,
  body: '안녕하세요 {{이름}}님',
  smsBody: null,
  alimtalkChannel: null,
  alimtalkCode: null,
} as const;
const draft = (): object => ({ ...TEMPLATE, name: crypto.randomUUID() });

/** A route about one row, which platform administrators reach in every company. */
const of = (may: readonly Who[], row: (company: Company) => Promise<Fill>, ok = 200): Expected => ({
  may,
  ok,
  everywhere: PLATFORM,
  row,
});
const id = async (of: Promise<string>, body?: unknown): Promise<Fill> => ({
  params: { id: await of },
  ...(body === undefined ? {} : { body }),
});
const digits = async ({ tenant }: Company, of: Promise<string>): Promise<Fill> => ({
  params: { digits: await of },
  query: `tenant=${tenant}`,
});

/** Messages, templates, senders, opt-outs, conversations, phrases, use and prices. */
export const MESSAGES: Readonly<Record<string, Expected>> = {
  'get /api/v1/message-settings': { may: READERS, ok: 200 },
  'patch /api/v1/message-settings': { may: ADMINS, ok: 200, fill: { body: { adSenderName: '회사' } } },
  'get /api/v1/outbox-texts': { may: ADMINS, ok: 200 },
  'post /api/v1/messages/preview': { may: SENDERS, ...EMPTY },
  'post /api/v1/messages': { may: SENDERS, ...EMPTY },
  'get /api/v1/messages': { may: READERS, ok: 200 },
  'get /api/v1/messages/:id': {
    ...of(READERS, ({ texts }) => id(texts.message())),
    hidden: NOT_THEIRS,
  },
  'get /api/v1/messages/:id/recipients': {
    ...of(READERS, ({ texts }) => id(texts.message())),
    hidden: NOT_THEIRS,
  },
  'post /api/v1/messages/:id/resend': {
    ...of(SENDERS, ({ texts }) => id(texts.message(), { round: 1 })),
    hidden: NOT_THEIRS,
  },
  'post /api/v1/messages/:id/cancel': {
    ...of(SENDERS, ({ texts }) => id(texts.message('scheduled'))),
    hidden: NOT_THEIRS,
  },

  'get /api/v1/message-recipients/form': { may: SENDERS, ok: 200 },
  'post /api/v1/message-recipients/read': { may: SENDERS, ok: 422 },
  'post /api/v1/message-images': { may: SENDERS, ok: 422 },
  'get /api/v1/message-images/:id': of(READERS, ({ texts }) => id(texts.image())),

  'get /api/v1/message-templates': { may: READERS, ok: 200 },
  'post /api/v1/message-templates': { may: ADMINS, ...EMPTY },
  'post /api/v1/message-templates/preview': {
    may: ADMINS,
    ok: 200,
    fill: { body: { kind: 'text', purpose: 'info', body: '가', variables: {} } },
  },
  'patch /api/v1/message-templates/:id': of(ADMINS, ({ texts }) => id(texts.template(), draft())),
  'delete /api/v1/message-templates/:id': of(ADMINS, ({ texts }) => id(texts.template()), 204),
  'post /api/v1/message-templates/:id/review': of(PLATFORM, ({ texts }) =>
    id(texts.template('alimtalk'), { state: 'approved', note: null }),
  ),

  'get /api/v1/senders': { may: READERS, ok: 200 },
  'post /api/v1/senders': { may: ADMINS, ...EMPTY },
  'patch /api/v1/senders/:id': of(ADMINS, ({ texts }) => id(texts.sender(), { label: '문의' })),
  'delete /api/v1/senders/:id': of(ADMINS, ({ texts }) => id(texts.sender()), 204),
  'post /api/v1/senders/:id/decision': of(PLATFORM, ({ texts }) =>
    id(texts.sender(), { state: 'verified', note: null }),
  ),

  'get /api/v1/opt-outs': { may: ADMINS, ok: 200 },
  'post /api/v1/opt-outs': {
    may: ADMINS,
    ok: 200,
    fill: { body: { number: '010-1234-5678', scope: 'all', note: null } },
  },
  'delete /api/v1/opt-outs/:digits': of(ADMINS, (company) => digits(company, company.texts.optOut()), 204),
  'get /api/v1/ad-consents': { may: ADMINS, ok: 200 },
  'post /api/v1/ad-consents': {
    may: ADMINS,
    ok: 200,
    fill: { body: { numbers: ['010-1234-5678'], night: false, source: '가입 신청서' } },
  },
  'delete /api/v1/ad-consents/:digits': of(
    ADMINS,
    (company) => digits(company, company.texts.consent()),
    204,
  ),

  'get /api/v1/threads': { may: READERS, ok: 200 },
  'get /api/v1/threads/:id': { ...of(READERS, ({ texts }) => id(texts.thread())), hidden: NOT_THEIRS },
  'post /api/v1/threads/:id/reply': {
    ...of(SENDERS, ({ texts }) => id(texts.thread(), { key: crypto.randomUUID(), text: '네' })),
    hidden: NOT_THEIRS,
  },

  'get /api/v1/letterings': { may: ADMINS, ok: 200 },
  'post /api/v1/letterings': {
    may: ADMINS,
    ok: 200,
    fill: { body: { digits: '07012345678', phrase: '회사', carrier: '통신사' } },
  },
  'post /api/v1/letterings/:id/decision': of(PLATFORM, ({ texts }) =>
    id(texts.lettering(), { state: 'active', note: null }),
  ),

  'get /api/v1/usage': {
    may: ADMINS,
    ok: 200,
    fill: { query: 'from=2026-09-01T00:00:00Z&to=2026-10-01T00:00:00Z' },
  },
  'get /api/v1/prices': { may: ADMINS, ok: 200 },
  'post /api/v1/prices': { may: PLATFORM, ...EMPTY },
  'delete /api/v1/prices/:id': of(PLATFORM, ({ texts }) => id(texts.price()), 204),

  // Without a provider that reports there is no such address, whoever asks.
  'post /hooks/messages/:provider/:secret': { may: 'anybody', ok: 404 },
};
