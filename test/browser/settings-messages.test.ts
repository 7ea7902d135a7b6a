import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { verifiedSender } from '../../api/testing/test-texting.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { closePanel } from './support/close-panel.ts';
import { signInAs } from './support/open-page.ts';
import { browserTest, useBrowser } from './support/use-browser.ts';

const { db, server, open } = useBrowser(test);

async function openAs(t: ExecutionContext, role: Role, path: string): Promise<Page> {
  await db().repositories.tenants.ensureDemoTenant(system);
  const page = await open(t);
  await signInAs(page.context(), server().origin, db(), await createTestUser(db(), { role }));
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const panelOf = (page: Page) => page.getByRole('dialog').first();

browserTest(test, 'a template is tried with sample values while it is written, and saved', async (t) => {
  const page = await openAs(t, 'company-admin', '/message-templates');
  await page.getByRole('button', { name: '템플릿 만들기' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('이름', { exact: true }).fill('예약 확인');
  const body = panel.getByLabel('내용', { exact: true });
  await body.fill('안녕하세요, ');
  await panel.getByRole('button', { name: '은/는' }).click();
  t.is(await body.inputValue(), '안녕하세요, {{은는 이름}}');
  const phone = panel.getByRole('figure', { name: '휴대전화에 보이는 모습' });
  await phone.getByText('안녕하세요, 이름은').waitFor();
  await panel.getByRole('group', { name: '예시 값' }).getByLabel('이름').fill('하나');
  await phone.getByText('안녕하세요, 하나는').waitFor();
  await panel.getByText('18 / SMS 90byte').waitFor();
  await panel.getByRole('button', { name: '저장' }).click();
  await page.getByRole('heading', { name: '예약 확인' }).waitFor();
  await closePanel(page);
  await page.getByRole('row', { name: /예약 확인/ }).waitFor();
  const [saved] = await db().repositories.messageTemplates.list(system);
  t.like(saved, { name: '예약 확인', body: '안녕하세요, {{은는 이름}}', kind: 'text' });

  await page.getByRole('row', { name: /예약 확인/ }).click();
  await panel.getByRole('button', { name: '삭제' }).click();
  await page
    .getByRole('dialog', { name: '“예약 확인” 템플릿을 삭제하시겠습니까?' })
    .getByRole('button', { name: '삭제' })
    .click();
  await page.getByText('아직 템플릿이 없습니다').waitFor();
});

browserTest(test, 'what a template must not do is named with its place, and nothing is saved', async (t) => {
  const page = await openAs(t, 'company-admin', '/message-templates?template=new');
  const panel = panelOf(page);
  await panel.getByLabel('이름', { exact: true }).fill('나쁜 템플릿');
  const body = panel.getByLabel('내용', { exact: true });
  await body.fill('안내\n{{constructor.name}}');
  const place = panel.getByRole('button', { name: /^2번째 줄 \d+번째 글자$/ });
  await place.click();
  t.true(await body.evaluate((area) => 'selectionStart' in area && Number(area.selectionStart) > 2));
  await panel.getByRole('button', { name: '저장' }).click();
  await panel.getByText('내용에 고칠 것이 있습니다.').waitFor();
  t.deepEqual(await db().repositories.messageTemplates.list(system), []);
  await body.fill('🙂 안내');
  await panel.getByText('“🙂”은(는) 문자로 보낼 수 없는').waitFor();
});

browserTest(
  test,
  'an Alimtalk is entered, and who runs the installation says that it was approved',
  async (t) => {
    const page = await openAs(t, 'platform-admin', '/message-templates?template=new');
    const panel = panelOf(page);
    await panel.getByRole('radio', { name: '알림톡' }).check();
    await panel.getByLabel('이름', { exact: true }).fill('배송 안내');
    await panel.getByLabel('카카오톡 채널').fill('@sample');
    await panel.getByLabel('템플릿 코드').fill('DLV1');
    await panel.getByLabel('내용', { exact: true }).fill('#{이름} 님, 도착합니다.');
    await panel.getByText(/\/ 1000자/).waitFor();
    await panel.getByRole('button', { name: '저장' }).click();
    await panel.getByRole('heading', { name: '검수 결과 입력' }).waitFor();
    const there = page.url().replace(server().origin, '');
    await panel.getByLabel('검수 상태').selectOption('approved');
    await panel.getByRole('button', { name: '결과 저장' }).click();
    await panel.getByText('검수 결과를 저장했습니다.').waitFor();
    await panel.getByLabel('내용', { exact: true }).fill('#{이름} 님, 내일 도착합니다.');
    await panel.getByText('카카오 검수를 다시 받아야').waitFor();
    await closePanel(page);
    await page
      .getByRole('row', { name: /배송 안내/ })
      .getByText('승인')
      .waitFor();

    const admin = await openAs(t, 'company-admin', there);
    await panelOf(admin).getByLabel('카카오톡 채널').waitFor();
    t.is(await admin.getByRole('heading', { name: '검수 결과 입력' }).count(), 0);
  },
);

browserTest(
  test,
  'a sender number is asked for, decided on by the operator, and becomes the main one',
  async (t) => {
    const page = await openAs(t, 'company-admin', '/senders');
    await page.getByText('전기통신사업법 제84조의2').waitFor();
    await page.getByRole('button', { name: '발신번호 신청' }).first().click();
    const panel = panelOf(page);
    await panel.getByLabel('번호', { exact: true }).fill('050-1234-5678');
    await panel.getByLabel('이름', { exact: true }).fill('예약');
    await panel.getByRole('button', { name: '신청', exact: true }).click();
    await panel.getByText('발신번호로 쓸 수 없는 번호입니다.').waitFor();
    await panel.getByLabel('번호', { exact: true }).fill('02-1234-5678');
    await panel.getByRole('button', { name: '신청', exact: true }).click();
    await panel.getByText('02-1234-5678 번호를 신청했습니다.').waitFor();
    await closePanel(page);
    await page.getByRole('row', { name: /02-1234-5678/ }).click();
    await panel.getByText('아직 확인되지 않아 쓸 수 없습니다.').waitFor();
    t.is(await panel.getByRole('heading', { name: '확인 결과 입력' }).count(), 0);
    t.is(await panel.getByRole('button', { name: '대표로 지정' }).count(), 0);

    const operator = await openAs(t, 'platform-admin', '/senders');
    await operator.getByRole('row', { name: /02-1234-5678/ }).click();
    const decision = panelOf(operator);
    t.true(await decision.getByRole('button', { name: '결과 저장' }).isDisabled());
    await decision.getByRole('radio', { name: '승인' }).check();
    await decision.getByRole('button', { name: '결과 저장' }).click();
    await decision.getByText('결과를 저장했습니다.').waitFor();
    // The first one that is verified is the main one without being asked for.
    await verifiedSender(db(), '07012345678');
    await closePanel(operator);
    await operator.getByRole('row', { name: /02-1234-5678.*대표.*확인됨/ }).waitFor();
    await operator.reload();
    await operator.getByRole('row', { name: /070-1234-5678/ }).click();
    await decision.getByRole('button', { name: '대표로 지정' }).click();
    await decision.getByText('저장했습니다.', { exact: true }).waitFor();
    await closePanel(operator);
    await operator.getByRole('row', { name: /070-1234-5678.*대표.*확인됨/ }).waitFor();
  },
);

browserTest(test, 'representative numbers are of use once the company allows them', async (t) => {
  await db().repositories.tenants.ensureDemoTenant(system);
  await verifiedSender(db(), '15880000');
  const page = await openAs(t, 'company-admin', '/senders');
  const row = page.getByRole('row', { name: /1588-0000/ });
  await row.getByText('지금 쓸 수 없음').waitFor();
  await page.getByRole('button', { name: '문자 설정' }).click();
  const panel = panelOf(page);
  await panel.getByLabel(/전국 대표번호/).check();
  await panel.getByLabel('광고 발신자 이름').fill('데모 회사');
  await panel.getByLabel('무료수신거부 번호').fill('02-123-4567');
  await panel.getByRole('button', { name: '저장' }).click();
  await panel.getByText('080으로 시작하는').last().waitFor();
  await panel.getByLabel('무료수신거부 번호').fill('080-123-4567');
  await panel.getByRole('button', { name: '저장' }).click();
  await panel.getByText('저장했습니다. 다음 문자부터').waitFor();
  await closePanel(page);
  await row.getByText('지금 쓸 수 없음').waitFor({ state: 'detached' });
  t.like(await db().repositories.messageSettings.read(system, DEMO_TENANT), {
    allowRepresentative: true,
    adSenderName: '데모 회사',
    optOutNumber: '0801234567',
  });
});
