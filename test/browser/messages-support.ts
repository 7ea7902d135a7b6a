import { randomUUID } from 'node:crypto';
import type { ExecutionContext, TestFn } from 'ava';
import type { Page } from 'playwright-core';
import { handOver, verifiedSender } from '../../api/testing/test-texting.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { system } from '../../db/testing/samples.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { type Look, signInAs } from './support/open-page.ts';
import { useBrowser } from './support/use-browser.ts';

export const MAIN_SENDER = '0212345678';

/** Pages of messages for a test file, in a company that may send. */
export function useMessagePages(test: TestFn) {
  const { db, server, open } = useBrowser(test);
  let ready: Promise<void> | undefined;
  async function openAs(t: ExecutionContext, role: Role = 'company-admin', look: Look = {}): Promise<Page> {
    ready ??= giveSender(db());
    await ready;
    const page = await open(t, look);
    await signInAs(page.context(), server().origin, db(), await createTestUser(db(), { role }));
    return page;
  }
  return { db, openAs };
}

/** A sender number of the demo company, its first and so its main one. */
export async function giveSender(db: TestDatabase): Promise<void> {
  await db.repositories.tenants.ensureDemoTenant(system);
  await verifiedSender(db, MAIN_SENDER);
}

/** Sends through the api of the page's own session; returns the message's id. */
export async function sendByApi(page: Page, numbers: readonly string[], more: object = {}): Promise<string> {
  const answer = await page.request.post('/api/v1/messages', {
    headers: { 'X-Callwright': '1' },
    data: {
      key: randomUUID(),
      text: '테스트 문자 입니다.',
      recipients: numbers.map((number) => ({ number })),
      ...more,
    },
  });
  const body = (await answer.json()) as { id?: string };
  if (body.id === undefined) throw new Error(`the api refused the message: ${JSON.stringify(body)}`);
  return body.id;
}

/** What a worker would do with it: numbers that end in 9 are refused, the others delivered; then it is over. */
export async function settle(db: TestDatabase, message: string): Promise<void> {
  await handOver(db, message, (to) => (to.endsWith('9') ? 'refused' : 'delivered'));
  await db.repositories.messages.finishIfSettled(system, message);
}

/** Types recipients, one in a line, and adds them. */
export async function addPeople(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByLabel('번호 추가').fill(lines.join('\n'));
  await page.getByRole('button', { name: '추가', exact: true }).click();
}

/** Field of the text. */
export const textOf = (page: Page) => page.getByRole('textbox', { name: '내용' });
export const sendButton = (page: Page) =>
  page.getByRole('complementary').getByRole('button', { name: '발송', exact: true });
