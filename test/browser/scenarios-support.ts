import type { ExecutionContext, TestFn } from 'ava';
import type { Page } from 'playwright-core';
import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { User } from '../../db/repositories/users.ts';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { createWorkbench, type RunningWorkbench } from '../../workers/scenario/workbench.ts';
import { readCatalog } from '../../workers/setup/publish-demo.ts';
import { type ConsoleServer, startConsoleServer } from './support/console-server.ts';
import { type Look, signInAs } from './support/open-page.ts';
import { type BrowserSetting, useBrowser } from './support/use-browser.ts';

export type Designing = Pick<BrowserSetting, 'db'> & {
  server(): ConsoleServer;
  /** A page of somebody with the role, and what he may send to the api himself. */
  openAs(t: ExecutionContext, role: Role, look?: Look): Promise<{ page: Page; send: Send }>;
};
export type Send = (method: string, path: string, body?: object, ifMatch?: number) => Promise<SentAnswer>;
export type SentAnswer = { readonly status: number; readonly json: Record<string, unknown> };

/** Pages of scenarios with the real workbench behind them: documents are checked, tried and published as they will be. */
export function useDesigning(test: TestFn): Designing {
  const { db, open } = useBrowser(test);
  let server: ConsoleServer | undefined;
  let workbench: RunningWorkbench | undefined;
  const present = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the server is there only while tests run');
    return thing;
  };
  test.after.always('the workbench is gone', async () => {
    await server?.stop();
    await workbench?.close();
  });
  return {
    db,
    server: () => present(server),
    async openAs(t, role, look) {
      const page = await open(t, look);
      await db().repositories.tenants.ensureDemoTenant(systemActor('test'));
      workbench ??= createWorkbench(db().repositories, await readCatalog('prompts'));
      server ??= await startConsoleServer(db(), { workbench });
      const user = await createTestUser(db(), { role });
      await signInAs(page.context(), server.origin, db(), user);
      return { page, send: await sender(server.origin, db(), user) };
    },
  };
}

async function sender(origin: string, db: Parameters<typeof sessionOf>[0], user: User): Promise<Send> {
  const { Cookie } = await sessionOf(db, user);
  return async (method, path, body, ifMatch) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        Cookie,
        'X-Callwright': '1',
        'Content-Type': 'application/json',
        ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? {} : JSON.parse(text) };
  };
}

/** A main line of the company under this name; its id. */
export async function makeScenario(send: Send, name: string): Promise<string> {
  const { status, json } = await send('POST', '/scenarios', { name, from: { document: mainLine } });
  if (status !== 200) throw new Error(`no scenario: ${status} ${JSON.stringify(json)}`);
  return String(json.id);
}

/** A working day at ten. */
export const MORNING = '2026-03-03T10:00:00';
