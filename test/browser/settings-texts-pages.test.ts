import test from 'ava';
import type { Page } from 'playwright-core';
import { verifiedSender } from '../../api/testing/test-texting.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const PATHS = [
  '/message-templates',
  '/message-templates?template=new',
  '/senders',
  '/opt-outs',
  '/opt-outs?tab=agreed',
  '/threads',
  '/letterings',
  '/usage?from=2026-01-01&to=2026-01-31',
  '/usage?tab=prices',
  '/outbox-texts',
] as const;

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.cw-loading').waitFor({ state: 'detached' });
};

/** One row for every page, with long words. */
async function fill(): Promise<void> {
  const { tenants, messageTemplates, optOuts, adConsents, letterings, inboundTexts, usage } =
    db().repositories;
  const tenant = DEMO_TENANT;
  await tenants.ensureDemoTenant(system);
  const NONE = { smsBody: null, alimtalkChannel: null, alimtalkCode: null, subject: null };
  const body =
    '{{은는 이름}} 님, 예약이 확정되었습니다. https://example.com/a/rather/long/address?with=words';
  await messageTemplates.create(system, tenant, {
    ...NONE,
    name: '예약 확인',
    kind: 'text',
    purpose: 'info',
    body,
  });
  await messageTemplates.create(system, tenant, {
    ...NONE,
    name: '배송 안내',
    kind: 'alimtalk',
    purpose: 'info',
    body: '#{이름} 님, 도착합니다.',
    alimtalkChannel: '@sample',
    alimtalkCode: 'DLV_0001',
  });
  await verifiedSender(db(), '0212345678');
  await verifiedSender(db(), '15880000');
  const wish = {
    tenant,
    digits: '01000000001',
    scope: 'all',
    source: 'person',
    note: '전화로 요청',
  } as const;
  await optOuts.add(system, wish);
  await adConsents.add(system, tenant, {
    numbers: ['01000000001', '01000000002'],
    night: true,
    source: '가입 신청서',
  });
  await adConsents.withdraw(system, tenant, '01000000002');
  await letterings.request(system, { tenant, digits: '0212345678', phrase: '고객센터', carrier: '통신사' });
  const text = {
    to: '0212345678',
    from: '01000001111',
    subject: null,
    at: Date.parse('2026-01-02T03:04:05Z'),
  };
  for (const providerId of ['1', '2'])
    await inboundTexts.record(system, 'webhook', [
      { ...text, providerId, text: '안녕하세요 https://example.com/a/long/one' },
    ]);
  const at = Date.parse('2026-01-02T03:04:05Z');
  for (const kind of ['sms', 'lms', 'mms', 'alimtalk'] as const)
    await usage.record(system, [{ tenant, kind, quantity: 1_234, ref: `test/${kind}`, at }]);
}

/** What the outbox kept needs a whole sending for each; the page is what is looked at. */
const KEPT = {
  texts: ['sms', 'lms', 'alimtalk'].map((channel, at) => ({
    id: `k${at}`,
    tenant: DEMO_TENANT,
    channel,
    sender: '0212345678',
    number: '010****1111',
    subject: channel === 'lms' ? '안내' : null,
    text: '예약이 확정되었습니다.\nhttps://example.com/a/rather/long/address',
    image: null,
    at: '2026-01-02T03:04:05.000Z',
  })),
};

for (const theme of ['light', 'dark'] as const)
  browserTest(
    test,
    `pages of texts have no finding of axe and fit every width, panels open too (${theme})`,
    async (t) => {
      if (theme === 'light') await fill();
      const user = await createTestUser(db(), { role: 'platform-admin' });
      for (const path of PATHS) {
        const page = await open(t, { theme });
        await signInAs(page.context(), server().origin, db(), user);
        await page.route('**/api/v1/outbox-texts', (route) => route.fulfill({ json: KEPT }));
        await page.goto(path);
        await settled(page);
        await checkAccessible(t, page, path);
        await checkNoOverflow(t, page, path);
        const opened = page
          .locator('tbody tr[tabindex], .cw-thread-list button, .cw-opt-out-bar button')
          .first();
        if (!path.includes('template=') && (await opened.count()) > 0) {
          await opened.click();
          await page.locator('dialog[open], .cw-entries').first().waitFor();
          await checkAccessible(t, page, `${path} opened`);
          await checkNoOverflow(t, page, `${path} opened`);
        }
        await page.context().close();
      }
    },
  );

browserTest(test, 'what was kept stands on phones, and says that nothing was sent', async (t) => {
  const page = await open(t);
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), {}));
  await page.goto('/outbox-texts');
  await page.getByText('보관한 문자가 없습니다').waitFor();
  await page.getByText('실제로 보내지 않았습니다').waitFor();
  await page.route('**/api/v1/outbox-texts', (route) => route.fulfill({ json: KEPT }));
  await page.getByRole('figure', { name: '휴대전화에 보이는 모습' }).nth(2).waitFor();
  t.is(await page.getByRole('list', { name: '보관한 문자' }).getByRole('listitem').count(), 3);
});

browserTest(test, 'use is summed by month, and roles without it have no such page', async (t) => {
  const page = await open(t);
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), {}));
  await page.goto('/usage?from=2026-01-01&to=2026-01-31');
  await page.getByRole('row', { name: /2026-01-02.*1234건/ }).waitFor();
  // The address holds the choice: the button follows it.
  await page.getByRole('radio', { name: '월별' }).click();
  await page.getByRole('row', { name: /2026-01 / }).waitFor();
  await page.waitForURL('**/usage?*by=month*');

  const agent = await open(t);
  await signInAs(agent.context(), server().origin, db(), await createTestUser(db(), { role: 'agent' }));
  await agent.goto('/threads');
  await settled(agent);
  const menu = agent.getByRole('navigation', { name: '메뉴' });
  for (const absent of ['문자 템플릿', '발신번호', '수신거부', '레터링', '문자 보관함', '이용 요금'])
    t.is(await menu.getByRole('link', { name: absent }).count(), 0, absent);
});
