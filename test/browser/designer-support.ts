import type { ExecutionContext, TestFn } from 'ava';
import type { Locator, Page } from 'playwright-core';
import { NO_SETTINGS } from '../../api/system/settings-parts.ts';
import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { createWorkbench, type RunningWorkbench } from '../../workers/scenario/workbench.ts';
import { readCatalog } from '../../workers/setup/publish-demo.ts';
import { type ConsoleServer, startConsoleServer } from './support/console-server.ts';
import { type Look, signInAs } from './support/open-page.ts';
import { useBrowser } from './support/use-browser.ts';

export type Send = (method: string, path: string, body?: object, ifMatch?: number) => Promise<Sent>;
export type Sent = { readonly status: number; readonly json: Record<string, unknown> };

/** What a test of the designer has: a page of somebody who designs, and the api as he may use it himself. */
export type DesignerPage = { readonly page: Page; readonly send: Send; readonly origin: string };

/** Designers for a test file, with the real checks behind them and the shipped sentences to choose from. */
export function useDesigner(test: TestFn) {
  const { db, open } = useBrowser(test);
  let server: ConsoleServer | undefined;
  let workbench: RunningWorkbench | undefined;
  let catalog: PromptCatalog = {};
  test.after.always('the workbench is gone', async () => {
    await server?.stop();
    await workbench?.close();
  });
  async function openAs(
    t: ExecutionContext,
    role: Role = 'company-admin',
    look?: Look,
  ): Promise<DesignerPage> {
    const page = await open(t, look);
    await db().repositories.tenants.ensureDemoTenant(systemActor('test'));
    catalog = await readCatalog('prompts');
    workbench ??= createWorkbench(db().repositories, catalog);
    const sentences = Object.entries(catalog).map(([path, { text }]) => ({ path, words: text }));
    const settings = { ...NO_SETTINGS, numbers: { ...NO_SETTINGS.numbers, sentences } };
    server ??= await startConsoleServer(db(), { workbench, settings });
    const { origin } = server;
    const user = await createTestUser(db(), { role });
    await signInAs(page.context(), origin, db(), user);
    const { Cookie } = await sessionOf(db(), user);
    const send: Send = async (method, path, body, ifMatch) => {
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
    return { page, send, origin };
  }
  /** Words of a shipped prompt, as somebody would type them. */
  const words = (name: string): string => catalog[`ko/main/${name}.wav`]?.text ?? '';
  return { db, openAs, words };
}

let made = 0;

/** A scenario from a document or a starting point, open in the designer; its id. */
export async function openDesigner(
  { page, send, origin }: DesignerPage,
  from: object = { startingPoint: 'blank' },
): Promise<string> {
  made += 1;
  const { status, json } = await send('POST', '/scenarios', { name: `대표번호 ${made}`, from });
  if (status !== 200) throw new Error(`no scenario: ${status} ${JSON.stringify(json)}`);
  const id = String(json.id);
  await page.goto(`${origin}/scenarios/${id}`);
  await page.locator('.cw-designer .cw-node, .cw-block-list').first().waitFor();
  return id;
}

/** Somebody's hands: everything that they do is one action, and all of them are counted. */
export function createHands(page: Page) {
  let actions = 0;
  const act = async (doing: () => Promise<unknown>): Promise<void> => {
    actions += 1;
    await doing();
  };
  return {
    count: (): number => actions,
    press: (key: string) => act(() => page.keyboard.press(key)),
    /** Types into what has the focus, over what is selected there. */
    type: (text: string) => act(() => page.keyboard.insertText(text)),
    click: (target: Locator) => act(() => target.click()),
    /** Opens a list and takes one of its lines: two actions. */
    async choose(list: Locator, label: string): Promise<void> {
      await act(() => list.focus());
      await act(() => list.selectOption({ label }));
    },
    drag: (from: Locator, to: Locator) => act(() => from.dragTo(to)),
  };
}
export type Hands = ReturnType<typeof createHands>;

/** A simulated call at ten on a working day, through the document that is saved. */
export async function callThrough(
  { send }: DesignerPage,
  id: string,
  inputs: readonly string[],
  hours = 'open',
): Promise<{ result: string; heard: string }> {
  const { document } = (await send('GET', `/scenarios/${id}`)).json;
  const given = { at: '2026-03-03T10:00:00+09:00', inputs, hours };
  const { json } = await send('POST', '/scenarios/simulate', { document, given });
  const view = json as {
    lines?: { kind: string; text: string }[];
    outcome?: { result: string; reason: string } | null;
    problems?: unknown[];
  };
  if (view.outcome == null) throw new Error(`the call did not end: ${JSON.stringify(json).slice(0, 2_000)}`);
  const heard = (view.lines ?? []).flatMap(({ kind, text }) =>
    kind === 'heard' || kind === 'asked' ? [text] : [],
  );
  return { result: `${view.outcome.result}/${view.outcome.reason}`, heard: heard.join(' ') };
}
