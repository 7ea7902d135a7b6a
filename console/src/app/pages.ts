import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  CalendarOutlined,
  CloudServerOutlined,
  CommentOutlined,
  DashboardOutlined,
  GlobalOutlined,
  HddOutlined,
  HighlightOutlined,
  HistoryOutlined,
  IdcardOutlined,
  MailOutlined,
  MessageOutlined,
  MobileOutlined,
  NumberOutlined,
  PhoneOutlined,
  ShopOutlined,
  SnippetsOutlined,
  SoundOutlined,
  StopOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Permission } from '../../../contracts/api/permissions.ts';

export const GROUPS = ['calls', 'messages', 'service', 'company', 'platform'] as const;
export type Group = (typeof GROUPS)[number];

export type Icon = ComponentType<{ 'aria-hidden'?: boolean }>;

type Subject =
  | ('live' | 'calls' | 'phone' | 'numbers' | 'trunks' | 'people' | 'apiKeys')
  | ('audit' | 'outbox' | 'system' | 'tenants' | 'profile')
  | ('messages' | 'compose' | 'messageTemplates' | 'senders' | 'optOuts' | 'threads')
  | ('letterings' | 'usage' | 'outboxTexts' | 'scenarios' | 'httpHosts' | 'calendars')
  | 'prompts';

/** A page behind the sign-in. */
export type Page = {
  readonly path: string;
  /** Who lacks it sees the page neither in the menu nor by its address. */
  readonly access: Permission | 'signed-in';
  readonly title: `${Subject}.title`;
  /** Pages without are reached from another one. */
  readonly menu?: { readonly group: Group; readonly icon: Icon };
  readonly Component: LazyExoticComponent<ComponentType>;
};

/** The named export of a page's own file; each is a chunk of its own. */
const page = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

const live = page(() => import('../pages/live/live-page.tsx'), 'LivePage');
const calls = page(() => import('../pages/calls/calls-page.tsx'), 'CallsPage');
const call = page(() => import('../pages/calls/call-page.tsx'), 'CallPage');
const phone = page(() => import('../pages/phone/phone-page.tsx'), 'PhonePage');
const messages = page(() => import('../pages/messages/messages-page.tsx'), 'MessagesPage');
const compose = page(() => import('../pages/messages/compose/compose-page.tsx'), 'ComposePage');
const message = page(() => import('../pages/messages/detail/message-page.tsx'), 'MessagePage');
const messageTemplates = page(() => import('../pages/message-templates/templates-page.tsx'), 'TemplatesPage');
const senders = page(() => import('../pages/senders/senders-page.tsx'), 'SendersPage');
const optOuts = page(() => import('../pages/opt-outs/opt-outs-page.tsx'), 'OptOutsPage');
const threads = page(() => import('../pages/threads/threads-page.tsx'), 'ThreadsPage');
const letterings = page(() => import('../pages/letterings/letterings-page.tsx'), 'LetteringsPage');
const usage = page(() => import('../pages/usage/usage-page.tsx'), 'UsagePage');
const outboxTexts = page(() => import('../pages/outbox-texts/outbox-texts-page.tsx'), 'OutboxTextsPage');
const scenarios = page(() => import('../pages/scenarios/scenarios-page.tsx'), 'ScenariosPage');
const scenario = page(() => import('../pages/scenarios/scenario-page.tsx'), 'ScenarioPage');
const httpHosts = page(() => import('../pages/http-hosts/http-hosts-page.tsx'), 'HttpHostsPage');
const numbers = page(() => import('../pages/numbers/numbers-page.tsx'), 'NumbersPage');
const prompts = page(() => import('../pages/prompts/prompts-page.tsx'), 'PromptsPage');
const calendars = page(() => import('../pages/calendars/calendars-page.tsx'), 'CalendarsPage');
const trunks = page(() => import('../pages/trunks/trunks-page.tsx'), 'TrunksPage');
const people = page(() => import('../pages/people/people-page.tsx'), 'PeoplePage');
const apiKeys = page(() => import('../pages/api-keys/api-keys-page.tsx'), 'ApiKeysPage');
const audit = page(() => import('../pages/audit/audit-page.tsx'), 'AuditPage');
const outbox = page(() => import('../pages/outbox/outbox-page.tsx'), 'OutboxPage');
const system = page(() => import('../pages/system/system-page.tsx'), 'SystemPage');
const tenants = page(() => import('../pages/tenants/tenants-page.tsx'), 'TenantsPage');
const profile = page(() => import('../pages/profile/profile-page.tsx'), 'ProfilePage');

type Line = readonly [
  path: string,
  access: Page['access'],
  title: Page['title'],
  group: Group | undefined,
  icon: Icon | undefined,
  Component: Page['Component'],
];

/** Every page, in the order of the menu. A role's first page is its home. */
const LINES: readonly Line[] = [
  ['/live', 'calls.live', 'live.title', 'calls', DashboardOutlined, live],
  ['/calls', 'calls.read', 'calls.title', 'calls', HistoryOutlined, calls],
  ['/calls/:id', 'calls.read', 'calls.title', undefined, undefined, call],
  ['/phone', 'phone.use', 'phone.title', 'calls', PhoneOutlined, phone],
  ['/messages', 'messages.read', 'messages.title', 'messages', MessageOutlined, messages],
  ['/messages/new', 'messages.send', 'compose.title', undefined, undefined, compose],
  ['/messages/:id', 'messages.read', 'messages.title', undefined, undefined, message],
  ['/threads', 'messages.read', 'threads.title', 'messages', CommentOutlined, threads],
  [
    '/message-templates',
    'messages.manage',
    'messageTemplates.title',
    'messages',
    SnippetsOutlined,
    messageTemplates,
  ],
  ['/senders', 'messages.manage', 'senders.title', 'messages', IdcardOutlined, senders],
  ['/opt-outs', 'messages.manage', 'optOuts.title', 'messages', StopOutlined, optOuts],
  ['/letterings', 'messages.manage', 'letterings.title', 'messages', HighlightOutlined, letterings],
  ['/outbox-texts', 'messages.manage', 'outboxTexts.title', 'messages', MobileOutlined, outboxTexts],
  ['/numbers', 'numbers.read', 'numbers.title', 'service', NumberOutlined, numbers],
  ['/scenarios', 'scenarios.read', 'scenarios.title', 'service', ApartmentOutlined, scenarios],
  ['/scenarios/:id', 'scenarios.read', 'scenarios.title', undefined, undefined, scenario],
  ['/prompts', 'prompts.manage', 'prompts.title', 'service', SoundOutlined, prompts],
  // Who may not see the company's hours has his own.
  ['/calendars', 'signed-in', 'calendars.title', 'service', CalendarOutlined, calendars],
  ['/http-hosts', 'scenarios.publish', 'httpHosts.title', 'service', CloudServerOutlined, httpHosts],
  ['/trunks', 'trunks.read', 'trunks.title', 'service', GlobalOutlined, trunks],
  ['/system', 'system.read', 'system.title', 'service', HddOutlined, system],
  ['/people', 'users.manage', 'people.title', 'company', TeamOutlined, people],
  ['/api-keys', 'api-keys.manage', 'apiKeys.title', 'company', ApiOutlined, apiKeys],
  ['/usage', 'usage.read', 'usage.title', 'company', WalletOutlined, usage],
  ['/audit', 'audit.read', 'audit.title', 'company', AuditOutlined, audit],
  ['/outbox', 'outbox.read', 'outbox.title', 'company', MailOutlined, outbox],
  ['/tenants', 'tenants.manage', 'tenants.title', 'platform', ShopOutlined, tenants],
  ['/profile', 'signed-in', 'profile.title', undefined, undefined, profile],
];

export const PAGES: readonly Page[] = LINES.map(([path, access, title, group, icon, Component]) => ({
  path,
  access,
  title,
  Component,
  ...(group === undefined || icon === undefined ? {} : { menu: { group, icon } }),
}));

/** The pages that somebody with these permissions has. */
export const pagesFor = (permissions: readonly Permission[]): readonly Page[] =>
  PAGES.filter(({ access }) => access === 'signed-in' || permissions.includes(access));
