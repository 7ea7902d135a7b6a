import test from 'ava';
import { useCalls } from './calls-support.ts';
import { addPeople, giveSender, sendButton, textOf } from './messages-support.ts';

const { engine, open, browserTest } = await useCalls(test);

browserTest(
  'a text that is written here goes through its workflow into the outbox, and is seen to',
  async (t) => {
    await giveSender(engine().database);
    const page = await open(t);
    await page.goto('/messages/new');
    await addPeople(page, ['010-1234-5678 홍길동', '010-1234-5679']);
    await textOf(page).fill('테스트 문자 입니다.');
    await page.getByText('SMS 2건').waitFor();
    await sendButton(page).click();
    await page
      .getByRole('dialog', { name: '2명에게 보냅니다' })
      .getByRole('button', { name: '발송' })
      .click();
    await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
    await page.getByText('메시지 성공 2건').waitFor({ timeout: 60_000 });
    await page.getByText('완료', { exact: true }).waitFor();
    await page.getByRole('row', { name: /5678.*홍길동.*성공/ }).waitFor();
    await page.getByRole('row', { name: /5679.*성공/ }).waitFor();
    const kept = await engine().database.database.knex('outbox_texts').select('digits', 'text');
    t.deepEqual(kept.map(({ digits }) => digits).toSorted(), ['01012345678', '01012345679']);
    t.true(kept.every(({ text }) => text === '테스트 문자 입니다.'));
  },
);
