import test from 'ava';
import {
  addPeople,
  MAIN_SENDER,
  sendButton,
  sendByApi,
  settle,
  textOf,
  useMessagePages,
} from './messages-support.ts';
import { checkAccessible, checkNoOverflow } from './support/check-page.ts';
import { browserTest } from './support/use-browser.ts';

const { db, openAs } = useMessagePages(test);

const messagesTo = async (number: string): Promise<number> => {
  const rows = await db().database.knex('message_recipients').where({ digits: number, outcome: 'pending' });
  return rows.length;
};

browserTest(
  test,
  'MO-31, MO-32: a text is written, counted, previewed and sent once by two clicks',
  async (t) => {
    const page = await openAs(t);
    await page.goto('/messages');
    await page.getByRole('button', { name: '문자 보내기' }).click();
    await textOf(page).fill('테스트 문자 입니다.');
    await page.getByText('19 / SMS 90byte').waitFor();
    await textOf(page).fill('가'.repeat(46));
    await page.getByText('92 / LMS 2000byte').waitFor();
    await textOf(page).fill('{{이름}} 님, 안녕하세요.');
    await addPeople(page, ['010-1234-5601 홍길동']);
    const phone = page.getByRole('figure', { name: '휴대전화에 보이는 모습' });
    await phone.getByText('홍길동 님, 안녕하세요.').waitFor();
    await phone.getByText('02-1234-5678').waitFor();
    await page.getByText('SMS 1건').waitFor();
    await sendButton(page).click();
    const dialog = page.getByRole('dialog', { name: '1명에게 보냅니다' });
    await dialog.getByRole('button', { name: '발송' }).dblclick();
    await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
    await page.getByText('메시지 성공 0건').waitFor();
    await page.getByRole('cell', { name: '홍길동' }).waitFor();
    t.is(await messagesTo('01012345601'), 1);
    const [{ sender } = { sender: '' }] = await db()
      .database.knex('messages')
      .orderBy('created_at', 'desc')
      .limit(1);
    t.is(sender, MAIN_SENDER);
  },
);

browserTest(
  test,
  'T12: what is no mobile is red with icon and words, and is texted only if one insists',
  async (t) => {
    const page = await openAs(t);
    await page.goto('/messages/new');
    await addPeople(page, ['01012345602', '02-345-6789', '없는 번호', '010-1234-5602', '070-1234-5678']);
    const row = (text: string) =>
      page.getByRole('list', { name: '받는 사람 목록' }).getByRole('listitem').filter({ hasText: text });
    const bad = row('02-345-6789');
    await bad.getByText('휴대전화 번호가 아님').waitFor();
    t.is(await bad.locator('.cw-excluded svg').count(), 1, 'an icon, not only a colour');
    t.is(
      await bad.locator('.cw-person-number').evaluate((node) => getComputedStyle(node).color),
      'rgb(171, 35, 27)',
    );
    await row('없는 번호').getByText('전화번호가 아님').waitFor();
    t.is(await row('010-1234-5602').getByText('중복된 번호').count(), 1);
    for (const count of ['보낼 수 있음 1명', '중복 1명', '휴대전화 아님 2명', '번호 아님 1명'])
      await page.getByLabel('받는 사람 수').getByText(count).waitFor();
    await page.getByLabel('070-1234-5678에 그래도 보내기').check();
    await row('없는 번호')
      .getByRole('button', { name: /고치기/ })
      .click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('01012345603');
    await page.keyboard.press('Enter');
    await page.getByLabel('받는 사람 수').getByText('보낼 수 있음 3명').waitFor();
    await page.getByRole('button', { name: '문제 있는 2명 빼기' }).click();
    t.is(await page.locator('.cw-excluded').count(), 0);
  },
);

browserTest(test, 'what a text cannot carry is named by its place and taken out by one press', async (t) => {
  const page = await openAs(t);
  await page.goto('/messages/new');
  await textOf(page).fill('안녕하세요 😀\n내일 🎉 봐요');
  await page.getByRole('button', { name: '😀 1줄 7번째' }).waitFor();
  await page.getByRole('button', { name: '🎉 2줄 4번째' }).click();
  t.is(await page.evaluate('getSelection().toString()'), '🎉');
  await page.getByRole('button', { name: '모두 지우기' }).click();
  t.is(await textOf(page).inputValue(), '안녕하세요 \n내일  봐요');
});

browserTest(
  test,
  'nothing is sent before it is whole, and what is missing stands beside its field',
  async (t) => {
    const page = await openAs(t);
    await page.goto('/messages/new');
    await sendButton(page).click();
    await page.getByText('보낼 수 있는 사람이 없습니다.').waitFor();
    await page.getByText('내용을 입력하십시오.').waitFor();
    await addPeople(page, ['02-345-6789']);
    await textOf(page).fill('안녕하세요');
    await page.getByText('광고성', { exact: true }).locator('xpath=..').click();
    await page.getByText(/광고에 쓸 발신자 이름을/).waitFor();
    t.is(await page.getByRole('dialog').count(), 0);
  },
);

browserTest(test, 'T14, MO-30: the failed are texted again once, whoever clicks twice', async (t) => {
  const page = await openAs(t);
  const id = await sendByApi(page, ['01011110001', '01011110009', '01011110019']);
  await settle(db(), id);
  await page.goto(`/messages/${id}`);
  await page.getByText('메시지 성공 1건').waitFor();
  await page
    .getByRole('cell', { name: /\(3002\)/ })
    .first()
    .waitFor();
  const late = await page.context().newPage();
  await late.goto(`/messages/${id}`);
  await late.getByRole('button', { name: '실패 2건' }).click();
  await page.getByRole('button', { name: '실패 2건' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '다시 보내기' }).dblclick();
  await page.getByText('2건을 다시 보냈습니다').waitFor();
  await late.getByRole('dialog').getByRole('button', { name: '다시 보내기' }).click();
  await late.getByText('이미 다시 보냈습니다').waitFor();
  const again = await db().database.knex('message_sends').where({ message: id, round: 2 });
  t.is(again.length, 2);
});

browserTest(
  test,
  'MO-27, MO-28: the list is found by day and number, and follows what is on its way',
  async (t) => {
    const page = await openAs(t);
    const id = await sendByApi(page, ['01022220001', '01022220019']);
    await page.goto('/messages?number=01022220001');
    await page.getByText('1건 검색완료').waitFor();
    const row = page.getByRole('row').nth(1);
    t.regex((await row.textContent()) ?? '', /외 1명.*SMS.*2/);
    await settle(db(), id);
    await row.getByText('일부 실패').waitFor();
    t.regex((await row.textContent()) ?? '', /50/);
    const number = page.getByPlaceholder('-빼고 입력해주세요');
    await number.fill('010-2222');
    await page.getByText(/- 없이 입력해 주십시오/).waitFor();
    await number.fill('99999999');
    await page.getByText('조건에 맞는 문자가 없습니다').waitFor();
    await page.goBack();
    await page.getByText(/- 없이 입력해 주십시오/).waitFor();
    await page.goBack();
    await page
      .getByRole('link', { name: /내역확인/ })
      .first()
      .waitFor();
  },
);

browserTest(test, 'a scheduled message is called off', async (t) => {
  const page = await openAs(t);
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  const id = await sendByApi(page, ['01033330001'], { dueAt });
  await page.goto(`/messages/${id}`);
  await page.getByRole('button', { name: '예약 취소' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '예약 취소' }).click();
  await page.getByText('예약을 취소했습니다').waitFor();
  await page.getByText('취소 1건').waitFor();
  t.is(await page.getByRole('button', { name: '예약 취소' }).count(), 0);
});

browserTest(test, 'who leaves what he has written is asked, by a link and by the way back', async (t) => {
  const page = await openAs(t);
  await page.goto('/messages');
  await page.getByRole('button', { name: '문자 보내기' }).click();
  await textOf(page).fill('쓰는 중');
  await page.getByRole('link', { name: '받은 문자' }).click();
  const question = page.getByRole('dialog', { name: /버리고 나가시겠습니까/ });
  await question.getByRole('button', { name: '취소' }).click();
  t.is(await textOf(page).inputValue(), '쓰는 중');
  await page.evaluate('void setTimeout(() => history.back())');
  await question.getByRole('button', { name: '버리고 나가기' }).click();
  await page.waitForURL('**/messages');
});

for (const [theme, language] of [
  ['light', 'ko'],
  ['dark', 'en'],
] as const)
  browserTest(
    test,
    `pages of messages have no finding of axe and fit every width (${theme}, ${language})`,
    async (t) => {
      const page = await openAs(t, 'company-admin', { theme, language });
      const id = await sendByApi(page, ['01044440001', '01044440009', '02-345-6789']);
      await settle(db(), id);
      for (const path of ['/messages', `/messages/${id}`, '/messages/new']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.locator('.cw-loading').waitFor({ state: 'detached' });
        if (path === '/messages/new') {
          await page.locator('.cw-add-people textarea').fill('01012345678 Hong\n02-345-6789\n112233');
          await page.locator('.cw-add-people button').click();
          await page.locator('.cw-person').nth(2).waitFor();
          await page.locator('.cw-compose textarea').last().fill('😀 {{name}}');
          await page.locator('.cw-phone-pane > p').waitFor();
        }
        await checkAccessible(t, page, path);
        await checkNoOverflow(t, page, path);
      }
      await page.locator('.cw-compose-head button').first().click();
      await page.getByRole('dialog').waitFor();
      await checkAccessible(t, page, 'upload');
      await checkNoOverflow(t, page, 'upload');
    },
  );
