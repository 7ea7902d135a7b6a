import test from 'ava';
import writeXlsxFile from 'write-excel-file/node';
import { textOf, useMessagePages } from './messages-support.ts';
import { browserTest } from './support/use-browser.ts';

const { db, openAs } = useMessagePages(test);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

browserTest(
  test,
  'MO-34: the form is filled in and uploaded, its rows are looked at and taken',
  async (t) => {
    const page = await openAs(t);
    await page.goto('/messages/new');
    await page.getByRole('button', { name: '엑셀로 추가' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '양식 내려받기' }).click();
    t.regex((await download).suggestedFilename(), /\.xlsx$/);
    const csv = '수신번호,이름,날짜\n1012345604,가나다,3월 4일\n02-345-6789,라마바,3월 5일\n없음,사아자,\n';
    await page
      .getByLabel('엑셀 파일')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    const panel = page.getByRole('dialog', { name: '엑셀로 받는 사람 추가' });
    await panel.getByText('보낼 수 있음 1명').waitFor();
    await panel.getByText(/0을 채웠습니다/).waitFor();
    t.is(await panel.locator('.cw-excluded').count(), 2);
    await panel.getByLabel('없음 번호 고치기').fill('01012345605');
    await panel.getByRole('button', { name: '2명 넣기' }).click();
    await textOf(page).fill('{{이름}} 님, {{날짜}}에 뵙겠습니다.');
    await page.getByRole('figure').getByText('가나다 님, 3월 4일에 뵙겠습니다.').waitFor();
  },
);

browserTest(
  test,
  'a picture that is too large is shrunk here, and what the api warns of stands beside it',
  async (t) => {
    const page = await openAs(t);
    await page.goto('/messages/new');
    // A browser turns pictures upright itself; programs that send to the api do not.
    await page.route('**/api/v1/message-images', async (route) => {
      const response = await route.fetch();
      const warnings = ['320×240 크기를 권합니다. 이 사진은 640×480입니다', '누워 보일 수 있습니다'];
      await route.fulfill({ response, json: { ...(await response.json()), warnings } });
    });
    const picture = await page.evaluate<string>(NOISY_PNG);
    await page
      .getByLabel('이미지 추가')
      .setInputFiles({ name: 'noise.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') });
    await page.getByText('누워 보일 수 있습니다').waitFor();
    t.is(await page.getByText('640×480입니다').count(), 0, 'what is said here already is not said twice');
    await page.getByText(/권장 크기\(320×240\)와 달라/).waitFor();
    await page.getByText(/\/ MMS 2000byte/).waitFor();
    const [{ size } = { size: 0 }] = await db()
      .database.knex('message_images')
      .orderBy('created_at', 'desc')
      .limit(1);
    t.true(size > 0 && size < 300_000);
  },
);

/** In the page: a picture that no format makes small, base64. */
const NOISY_PNG = `(async () => {
  const canvas = new OffscreenCanvas(900, 700);
  const pen = canvas.getContext('2d');
  const pixels = pen.createImageData(900, 700);
  for (let at = 0; at < pixels.data.length; at += 1) pixels.data[at] = at % 4 === 3 ? 255 : (at * at * 2654435761) >>> 24;
  pen.putImageData(pixels, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
})()`;

browserTest(test, 'MO-34: a workbook is read as the CSV is, its numbers that lost their 0 too', async (t) => {
  const page = await openAs(t);
  await page.goto('/messages/new');
  await page.getByRole('button', { name: '엑셀로 추가' }).click();
  const rows = [
    ['수신번호', '이름', '상품'].map((value) => ({ value })),
    [{ value: 1_012_345_606 }, { value: '가나다' }, { value: '사과' }],
    [{ value: '010-1234-5607' }, { value: '라마바' }, { value: '' }],
  ];
  const buffer = await writeXlsxFile(rows, { sheet: '받는 사람' }).toBuffer();
  await page.getByLabel('엑셀 파일').setInputFiles({ name: '명단.xlsx', mimeType: XLSX, buffer });
  const panel = page.getByRole('dialog', { name: '엑셀로 받는 사람 추가' });
  await panel.getByText('보낼 수 있음 2명').waitFor();
  await panel.getByText(/0을 채웠습니다/).waitFor();
  await panel.getByText('라마바 · 상품: –').waitFor();
  t.is(await panel.locator('.cw-excluded').count(), 0);
  await panel.getByRole('button', { name: '2명 넣기' }).click();
  await panel.waitFor({ state: 'hidden' });
  await textOf(page).fill('{{이름}} 님의 {{상품}}');
  await page.getByRole('figure').getByText('가나다 님의 사과').waitFor();
});
