import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { verifiedSender } from '../../api/testing/test-texting.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { system } from '../../db/testing/samples.ts';
import { closePanel } from './support/close-panel.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

const OURS = '07012345678';
const THEIRS = '01000001111';

async function openAs(t: ExecutionContext, role: Role, path: string, width = 1_440): Promise<Page> {
  await db().repositories.tenants.ensureDemoTenant(system);
  const page = await open(t, { width });
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), { role }));
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const panelOf = (page: Page) => page.getByRole('dialog').first();

browserTest(test, 'an opt-out is entered, found by its digits, and taken back', async (t) => {
  const page = await openAs(t, 'company-admin', '/opt-outs');
  await page.getByText('수신거부한 사람이 없습니다').waitFor();
  await page.getByRole('button', { name: '수신거부 등록' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('번호').fill('많이');
  await panel.getByRole('button', { name: '등록', exact: true }).click();
  await panel.getByText('전화번호를 확인하십시오.').waitFor();
  await panel.getByLabel('번호').fill('010-0000-1111');
  await panel.getByRole('radio', { name: '모든 문자' }).check();
  await panel.getByLabel('메모 (선택)').fill('전화로 요청');
  await panel.getByRole('button', { name: '등록', exact: true }).click();
  await panel.getByText('010-0000-1111 번호를 등록했습니다.').waitFor();
  await closePanel(page);
  const row = page.getByRole('row', { name: /010-0000-1111.*모든 문자.*직접 등록.*전화로 요청/ });
  await row.waitFor();
  await page.getByRole('searchbox', { name: '번호로 찾기' }).fill('9999');
  await page.getByText('찾는 번호가 없습니다').waitFor();
  await page.getByRole('searchbox', { name: '번호로 찾기' }).fill('0000-11');
  await row.getByRole('button', { name: '010-0000-1111 수신거부 해제' }).click();
  await page
    .getByRole('dialog', { name: /해제하시겠습니까/ })
    .getByRole('button', { name: '해제' })
    .click();
  await page.getByText('찾는 번호가 없습니다').waitFor();
  const { optOuts } = await db().repositories.optOuts.list(system, { limit: 10 });
  t.deepEqual(optOuts, []);
});

browserTest(
  test,
  'consents come by a pasted list; what is no mobile number is named; a withdrawn one stays',
  async (t) => {
    const page = await openAs(t, 'company-admin', '/opt-outs');
    await page.getByRole('tab', { name: '광고 수신동의' }).click();
    await page.getByRole('button', { name: '수신동의 등록' }).click();
    const panel = panelOf(page);
    await panel
      .getByLabel('번호', { exact: true })
      .fill('010-0000-0001\n010-0000-0002, 02-1234-5678\n010-0000-0001');
    await panel.getByText('3개', { exact: true }).waitFor();
    await panel.getByLabel('동의받은 곳').fill('가입 신청서');
    await panel.getByLabel('야간 수신에도 동의했습니다').check();
    await panel.getByRole('button', { name: '등록', exact: true }).click();
    await panel.getByText('2개를 등록했습니다.').waitFor();
    await panel.getByRole('listitem').getByText('02-1234-5678').waitFor();
    const many = Array.from({ length: 10_001 }, (_, at) => `010${String(at).padStart(8, '0')}`).join('\n');
    await paste(page, many);
    await panel.getByText('나누어 등록하십시오.').waitFor();
    t.true(await panel.getByRole('button', { name: '등록', exact: true }).isDisabled());
    await paste(page, many.slice(0, many.lastIndexOf('\n')));
    await panel.getByRole('button', { name: '등록', exact: true }).click();
    await panel.getByText('10000개를 등록했습니다.').waitFor();
    await closePanel(page);
    await page.getByRole('searchbox', { name: '번호로 찾기' }).fill('01000000002');
    const row = page.getByRole('row', { name: /010-0000-0002/ });
    await row.getByRole('button', { name: /동의 철회/ }).click();
    await page
      .getByRole('dialog', { name: /철회하시겠습니까/ })
      .getByRole('button', { name: '철회' })
      .click();
    await row.getByRole('button').waitFor({ state: 'detached' });
    t.is(await row.getByText('철회', { exact: true }).count(), 1);
  },
);

/** As people bring a long list: by the clipboard, over what is there. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  const field = panelOf(page).getByLabel('번호', { exact: true });
  await field.fill('');
  await field.press('Control+v');
}

async function textFrom(other: string, text: string): Promise<void> {
  const inbound = {
    providerId: crypto.randomUUID(),
    to: OURS,
    from: other,
    subject: null,
    text,
    at: Date.now(),
  };
  await db().repositories.inboundTexts.record(system, 'webhook', [inbound]);
}

browserTest(test, 'texts that come in are seen without a reload, and answered once', async (t) => {
  await db().repositories.tenants.ensureDemoTenant(system);
  await verifiedSender(db(), OURS);
  const page = await openAs(t, 'company-admin', '/threads');
  await page.getByText('받은 문자가 없습니다').waitFor();
  await textFrom(THEIRS, '주차는 어디에 하나요?');
  const thread = page.getByRole('button', { name: /주차는 어디에 하나요/ });
  await thread.getByText('읽지 않은 문자 1건').waitFor();
  await thread.click();
  const log = page.getByRole('log', { name: '주고받은 문자' });
  await log.getByText('주차는 어디에 하나요?').waitFor();
  await thread.getByText('읽지 않은 문자').waitFor({ state: 'detached' });
  t.false((await page.content()).includes(THEIRS), 'the other number is masked');
  await page.getByLabel('답장').fill('건물 뒤 {{주차장}}입니다.');
  await page.getByText('25 / SMS 90byte').waitFor();
  await page.getByRole('button', { name: '보내기' }).dblclick();
  await log.getByText('건물 뒤 {{주차장}}입니다.').waitFor();
  t.is(await page.getByLabel('답장').inputValue(), '');
  await textFrom(THEIRS, '고맙습니다.');
  await log.getByText('고맙습니다.').waitFor();
  t.is(await log.getByText('건물 뒤').count(), 1);
});

browserTest(test, 'on a phone there is the list or the conversation, and lost news are said', async (t) => {
  await db().repositories.tenants.ensureDemoTenant(system);
  await verifiedSender(db(), OURS).catch(() => undefined);
  await textFrom('01000002222', '안녕하세요');
  const page = await openAs(t, 'company-admin', '/threads', 360);
  const thread = page.getByRole('button', { name: /안녕하세요/ });
  await thread.click();
  await page.getByRole('log').getByText('안녕하세요').waitFor();
  t.false(await thread.isVisible());
  await page.route('**/api/v1/threads**', (route) =>
    route.fulfill({ status: 400, json: { code: 'request/invalid', detail: 'x' } }),
  );
  await page.getByText('이후의 정보를 받지 못했습니다').first().waitFor();
  await page.unroute('**/api/v1/threads**');
  await page.getByText('이후의 정보를 받지 못했습니다').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '목록' }).click();
  await thread.waitFor();
});

browserTest(test, 'a phrase is asked for, and its carrier’s word is for the operator to enter', async (t) => {
  const page = await openAs(t, 'company-admin', '/letterings');
  await page.getByRole('button', { name: '레터링 신청' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('번호').fill('02-1234-5678');
  await panel.getByLabel('문구').fill('고객센터');
  await panel.getByLabel('통신사').fill('통신사');
  await panel.getByRole('button', { name: '신청', exact: true }).click();
  await panel.getByText('통신사가 등록하면 상태가 바뀝니다.').waitFor();
  await closePanel(page);
  await page.getByRole('row', { name: /고객센터/ }).click();
  t.is(await page.getByRole('dialog').count(), 0);

  const operator = await openAs(t, 'platform-admin', '/letterings');
  await operator.getByRole('row', { name: /고객센터/ }).click();
  await panelOf(operator).getByRole('radio', { name: '사용 중' }).check();
  await panelOf(operator).getByRole('button', { name: '결과 저장' }).click();
  await panelOf(operator).getByText('결과를 저장했습니다.').waitFor();
  await closePanel(operator);
  await operator.getByRole('row', { name: /고객센터.*사용 중/ }).waitFor();
});

browserTest(
  test,
  'a price is set from a day on and taken back before it; who may not is offered neither',
  async (t) => {
    const page = await openAs(t, 'platform-admin', '/usage?tab=prices');
    await page.getByRole('button', { name: '요금 추가' }).click();
    const panel = panelOf(page);
    await panel.getByLabel('종류').selectOption('lms');
    await panel.getByLabel('1건 요금(원)').fill('31.2');
    await panel.getByLabel('시작일').fill('2099-01-01');
    await panel.getByRole('button', { name: '추가', exact: true }).click();
    await panel.getByText('2099-01-01부터 적용할 요금을 추가했습니다.').waitFor();
    await closePanel(page);
    const row = page.getByRole('row', { name: /LMS.*모든 회사.*₩31\.2.*2099-01-01.*적용 예정/ });
    await row.waitFor();

    const admin = await openAs(t, 'company-admin', '/usage?tab=prices');
    await admin.getByRole('row', { name: /LMS/ }).waitFor();
    t.is(await admin.getByRole('button', { name: '요금 추가' }).count(), 0);
    t.is(await admin.getByRole('button', { name: /요금 취소/ }).count(), 0);

    await row.getByRole('button', { name: /LMS 요금 취소/ }).click();
    await page
      .getByRole('dialog', { name: /취소하시겠습니까/ })
      .getByRole('button', { name: '취소', exact: true })
      .last()
      .click();
    await row.waitFor({ state: 'detached' });
  },
);
