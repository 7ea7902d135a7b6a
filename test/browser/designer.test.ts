import test from 'ava';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { type DesignerPage, openDesigner, useDesigner } from './designer-support.ts';
import { checkAccessible } from './support/check-page.ts';
import { browserTest } from './support/use-browser.ts';

const { openAs } = useDesigner(test);

/** Another person renames a block of the saved draft. */
async function othersLabel({ send }: DesignerPage, id: string, block: string, label: string): Promise<void> {
  const { json } = await send('GET', `/scenarios/${id}`);
  const document = json.document as { blocks: Record<string, object> };
  const blocks = { ...document.blocks, [block]: { ...document.blocks[block], label } };
  const body = { name: json.name, document: { ...document, blocks }, layout: json.layout };
  const saved = await send('PUT', `/scenarios/${id}`, body as object, Number(json.revision));
  if (saved.status !== 200) throw new Error(`not saved: ${saved.status}`);
}

browserTest(test, 'two people who changed different blocks both keep their changes', async (t) => {
  const opened = await openAs(t);
  const { page } = opened;
  const id = await openDesigner(opened);
  const panel = page.getByRole('region', { name: '속성과 문제' });
  await page.locator('[data-block="pickUp"] .cw-node-head').click();
  await panel.getByLabel('블록 이름').fill('첫 응대');
  await othersLabel(opened, id, 'end', '마무리');
  await page.getByRole('button', { name: '저장', exact: true }).click();
  const conflict = page.getByRole('dialog', { name: '다른 사람이 먼저 저장했습니다' });
  await conflict.getByText('마무리').first().waitFor();
  await checkAccessible(t, page, 'the difference');
  await conflict.getByRole('button', { name: '합쳐서 저장' }).click();
  await conflict.waitFor({ state: 'hidden' });
  await page.locator('.cw-saved', { hasText: '모두 저장됨' }).waitFor();
  const { document } = (await opened.send('GET', `/scenarios/${id}`)).json;
  t.like(document, { blocks: { pickUp: { label: '첫 응대' }, end: { label: '마무리' } } });
});

browserTest(test, 'a change of the same block is not merged: one of the two is chosen', async (t) => {
  const opened = await openAs(t);
  const { page } = opened;
  const id = await openDesigner(opened);
  await page.locator('[data-block="pickUp"] .cw-node-head').click();
  await page.getByLabel('블록 이름').fill('내 이름');
  await othersLabel(opened, id, 'pickUp', '상대 이름');
  await page.getByRole('button', { name: '저장', exact: true }).click();
  const conflict = page.getByRole('dialog', { name: '다른 사람이 먼저 저장했습니다' });
  await conflict.getByText('둘 다 바꿈').waitFor();
  t.is(await conflict.getByRole('button', { name: '합쳐서 저장' }).count(), 0);
  await conflict.getByRole('button', { name: '상대 것 받기' }).click();
  await page.locator('.cw-node', { hasText: '상대 이름' }).waitFor();
  t.pass();
});

browserTest(test, 'a problem leads to its block, and what was deleted comes back', async (t) => {
  const opened = await openAs(t, 'company-admin', { theme: 'dark', width: 1_280 });
  const { page } = opened;
  await openDesigner(opened, { document: mainLine });
  const find = page.getByRole('combobox', { name: '블록 찾기' });
  await find.fill('끝인사');
  await find.press('Enter');
  await page.locator('[data-block="goodbye"]:focus').waitFor();
  await page.keyboard.press('Delete');
  await page.getByRole('tab', { name: /문제 [1-9]/ }).click();
  const problem = page.getByRole('button', { name: /저장 안내.*연결되지 않은 곳/ });
  await problem.waitFor();
  await checkAccessible(t, page, 'problems');
  await problem.click();
  await page.locator('[data-block="messageSaved"][aria-current]').waitFor();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await page.locator('.cw-saved', { hasText: '모두 저장됨' }).waitFor();
  t.pass();
});

browserTest(test, 'what is no scenario is not taken from the text view', async (t) => {
  const opened = await openAs(t);
  const { page } = opened;
  await openDesigner(opened);
  await page.getByRole('button', { name: 'JSON' }).click();
  const text = page.getByLabel('시나리오 문서 (JSON)');
  await text.fill('{');
  await page.getByRole('button', { name: '적용' }).click();
  await page.getByText('JSON 형식이 아닙니다').waitFor();
  await text.fill('{"schema":1}');
  await page.getByRole('button', { name: '적용' }).click();
  await page.getByText('시나리오로 읽을 수 없는 문서입니다.').waitFor();
  await page.getByRole('button', { name: '목록' }).click();
  await page
    .getByRole('button', { name: /전화 받기/ })
    .first()
    .waitFor();
  t.pass();
});

browserTest(test, 'who may only look sees the blocks and nothing that changes them', async (t) => {
  const author = await openAs(t);
  const id = await openDesigner(author);
  const { page, origin } = await openAs(t, 'supervisor', { width: 1_024 });
  await page.goto(`${origin}/scenarios/${id}`);
  await page.locator('[data-block="pickUp"] .cw-node-head').click();
  t.true(await page.getByLabel('블록 이름').isDisabled());
  await page.locator('[data-block="pickUp"]').press('Delete');
  t.is(await page.locator('.cw-node').count(), 2);
  t.is(await page.getByRole('region', { name: '이어서 만들기' }).count(), 0);
  t.is(await page.locator('.cw-saved').count(), 0);
});

browserTest(
  test,
  'a piece of the palette is dropped where it is wanted, and narrow windows have the list',
  async (t) => {
    const opened = await openAs(t);
    const { page } = opened;
    await openDesigner(opened);
    await page
      .getByRole('button', { name: '기다리기', exact: true })
      .dragTo(page.locator('.cw-canvas'), { targetPosition: { x: 300, y: 60 } });
    await page.locator('[data-block="wait"]').waitFor();
    await page.getByText('남은 연결 1').waitFor();
    await page.setViewportSize({ width: 800, height: 900 });
    await page.getByRole('region', { name: '블록 목록' }).waitFor();
    await checkAccessible(t, page, 'the list');
    t.is(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), 0);
  },
);

browserTest(test, 'a drawing of 25 blocks is seen whole at opening, above the line below it', async (t) => {
  const opened = await openAs(t, 'company-admin', { width: 1_440 });
  const { page } = opened;
  await openDesigner(opened, { document: mainLine });
  const blocks = Object.keys(mainLine.blocks).length;
  await page.waitForFunction((count) => {
    const canvas = document.querySelector('.cw-canvas')?.getBoundingClientRect();
    const below = document.querySelector('.cw-quick')?.getBoundingClientRect();
    const nodes = [...document.querySelectorAll('.cw-node')].map((node) => node.getBoundingClientRect());
    if (canvas === undefined || below === undefined || nodes.length !== count) return false;
    return nodes.every(
      ({ left, right, top, bottom }) =>
        left > canvas.left && right < canvas.right && top > canvas.top && bottom < below.top,
    );
  }, blocks);
  t.is(await page.locator('.cw-node').count(), blocks);
});
