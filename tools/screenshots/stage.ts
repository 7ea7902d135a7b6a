import type { Browser } from 'playwright-core';
import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import type { User } from '../../db/repositories/users.ts';
import type { TestEngine } from '../../test/support/engine.ts';
import { CALLER, placeMenuCall } from '../../test/support/menu-call.ts';
import { THREE_MENUS } from '../../workers/setup/demo-numbers.ts';
import { stageMessages } from './stage-messages.ts';
import { stageScenarios } from './stage-scenarios.ts';

export type Stage = {
  readonly origin: string;
  readonly user: User;
  /** A call that is over, for its page. */
  readonly call: string;
  /** A message that was sent, for its page. */
  readonly message: string;
  /** A scenario that is published and has a test. */
  readonly scenario: string;
};

/** Gives the engine something to show: calls that are over, people, a key, a mail. */
export async function setStage(engine: TestEngine): Promise<Stage> {
  const origin = `http://127.0.0.1:${engine.port}`;
  const user = await createTestUser(engine.database, {
    role: 'platform-admin',
    name: '담당자',
    email: 'manager@example.com',
    password: 'four words in a row',
  });
  await createTestUser(engine.database, { role: 'agent', name: '상담원', email: 'agent@example.com' });
  await createTestUser(engine.database, {
    role: 'supervisor',
    name: '감독자',
    email: 'supervisor@example.com',
    state: 'suspended',
  });
  const { Cookie } = await sessionOf(engine.database, user);
  const send = async (path: string, body: object): Promise<unknown> => {
    const headers = { Cookie, 'X-Callwright': '1', 'Content-Type': 'application/json' };
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (answer.ok) return answer.json();
    process.stdout.write(`! ${path}: ${answer.status} ${await answer.text()}\n`);
    return undefined;
  };
  await send('/users/invitations', { email: 'new@example.com', name: '교환원', role: 'operator' });
  await send('/api-keys', { name: '통계 서버', scopes: ['calls.read'] });
  const { uuid } = await placeMenuCall(engine);
  await placeMenuCall(engine, { from: '07000005678', keys: '19' });
  const message = await stageMessages(engine, send);
  const scenario = await stageScenarios(send);
  return { origin, user, call: uuid, message, scenario };
}

/** A caller who listens and presses nothing: live for some seconds. */
export const callIn = async (engine: TestEngine): Promise<void> =>
  void (await engine.phones().placeCall(CALLER, THREE_MENUS));

/** What one picture shows. */
export type Shot = {
  readonly name: string;
  readonly path: string;
  readonly signedIn: boolean;
};

export const shotsOf = ({ call, message, scenario }: Stage): readonly Shot[] => [
  ...['sign-in', 'sign-in/link', 'reset', 'invitation'].map((path) => shot(`/${path}`, false)),
  { ...shot('/reset#token=x', false), name: 'reset-set' },
  { ...shot('/sign-in/link#x', false), name: 'sign-in-link-ready' },
  ...['live', 'calls', 'phone', 'numbers', 'trunks', 'system'].map((path) => shot(`/${path}`, true)),
  ...['people', 'api-keys', 'audit', 'outbox', 'tenants', 'profile'].map((path) => shot(`/${path}`, true)),
  ...['messages', 'messages/new', 'threads', 'message-templates', 'senders'].map((path) =>
    shot(`/${path}`, true),
  ),
  ...['opt-outs', 'letterings', 'outbox-texts', 'usage'].map((path) => shot(`/${path}`, true)),
  { ...shot('/opt-outs?tab=agreed', true), name: 'ad-consents' },
  { ...shot('/usage?tab=prices', true), name: 'prices' },
  { ...shot('/message-templates?template=new', true), name: 'message-template' },
  { ...shot(`/messages/${message}`, true), name: 'message' },
  { ...shot(`/calls/${call}`, true), name: 'call' },
  ...['scenarios', 'prompts', 'calendars', 'http-hosts'].map((path) => shot(`/${path}`, true)),
  { ...shot('/scenarios?make=new', true), name: 'scenario-new' },
  ...['design', 'simulate', 'tests', 'versions', 'live', 'uses'].map((tab) => ({
    ...shot(`/scenarios/${scenario}?tab=${tab}`, true),
    name: `scenario-${tab}`,
  })),
  { ...shot('/no/such/page', true), name: 'not-found' },
];

const shot = (path: string, signedIn: boolean): Shot => ({
  name: path.slice(1).replaceAll('/', '-'),
  path,
  signedIn,
});

/** What a picture is taken with. */
export type Camera = { readonly browser: Browser; readonly engine: TestEngine; readonly stage: Stage };
