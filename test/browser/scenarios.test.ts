import test from 'ava';
import type { Page } from 'playwright-core';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { MORNING, makeScenario, useDesigning } from './scenarios-support.ts';
import { browserTest } from './support/use-browser.ts';

const { server, openAs } = useDesigning(test);

const callAt = async (page: Page, at: string): Promise<void> => {
  await page.getByRole('button', { name: '처음부터' }).click();
  await page.getByLabel('전화가 온 시각').fill(at);
};
const press = async (page: Page, keys: string): Promise<void> => {
  await page.getByLabel('누를 숫자').fill(keys);
  await page.getByRole('button', { name: '누르기' }).click();
};
const transcript = (page: Page) => page.getByRole('list', { name: '통화 내용' });

browserTest(test, 'from a starting point to a published version that calls get', async (t) => {
  const { page } = await openAs(t, 'company-admin');
  await page.goto(`${server().origin}/scenarios`);
  await page.getByRole('button', { name: '새 시나리오' }).first().click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('이름').fill('고객센터');
  await panel.getByLabel(/대표번호/).check();
  await panel.getByRole('button', { name: '만들기' }).click();
  await page.getByRole('heading', { level: 1, name: '고객센터' }).waitFor();
  await page.getByText('미게시').waitFor();

  await page.getByRole('button', { name: '시험 통화' }).click();
  await callAt(page, MORNING);
  await transcript(page).getByText('상담 연결은 일번').waitFor();
  await press(page, '1');
  await page.getByRole('button', { name: '받음', exact: true }).click();
  await transcript(page).getByText('상담 연결됨').waitFor();
  await callAt(page, '2026-03-03T17:59:58');
  await transcript(page).getByText('상담 연결은 일번').waitFor({ state: 'detached' });
  await transcript(page).getByText('업무 종료', { exact: true }).waitFor();
  await transcript(page).getByText('안내 청취 완료').waitFor();
  await page.getByLabel('테스트 이름').fill('퇴근 뒤');
  await page.getByRole('button', { name: '테스트로 저장' }).click();
  await page.getByText('“퇴근 뒤” 테스트를 저장했습니다.').waitFor();

  await page.getByRole('tab', { name: '테스트', exact: true }).click();
  await page.getByText('1개 중 1개 통과').waitFor();
  await page.getByRole('button', { name: '게시', exact: true }).click();
  const publish = page.getByRole('dialog', { name: '게시하기' });
  await publish.getByText('막힌 길이나 잘못된 블록이 없습니다.').waitFor();
  await publish.getByLabel('메모 (선택)').fill('처음 게시');
  await publish.getByRole('button', { name: '게시', exact: true }).click();
  await publish.getByText('버전 1을(를) 게시했습니다.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('게시됨').waitFor();
  t.pass();
});

browserTest(test, 'a change is shown block by block, published, and taken back', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await makeScenario(send, '되돌릴 시나리오');
  const first = await send('POST', `/scenarios/${id}/publish`, { revision: 1, note: '첫 버전' });
  t.is(first.status, 200, JSON.stringify(first.json));
  const { menu } = mainLine.blocks;
  const document = { ...mainLine, blocks: { ...mainLine.blocks, menu: { ...menu, tries: 2 } } };
  const saved = await send('PUT', `/scenarios/${id}`, { name: '되돌릴 시나리오', document, layout: {} }, 1);
  t.is(saved.status, 200, JSON.stringify(saved.json));

  await page.goto(`${server().origin}/scenarios/${id}?tab=versions`);
  await page.getByText('수정 중').waitFor();
  const difference = page.getByRole('region', { name: '달라진 점' });
  await difference.getByText('서비스 선택').waitFor();
  await difference.getByText('물어보는 횟수').waitFor();
  await send('POST', `/scenarios/${id}/publish`, { revision: 2, note: '두 번만 묻기' });
  await page.reload();
  await page.getByRole('row', { name: /버전 2.*지금 받는 버전/ }).waitFor();
  await page
    .getByRole('row', { name: /버전 1/ })
    .getByRole('button', { name: '이 버전으로 되돌리기' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '이 버전으로 되돌리기' }).click();
  await page.getByText('버전 1(으)로 되돌렸습니다.').waitFor();
  await page.getByRole('row', { name: /버전 1.*지금 받는 버전/ }).waitFor();
  const now = await send('GET', `/scenarios/${id}`);
  t.like(now.json, { published: { version: 1 }, changed: true });
});

browserTest(test, 'what uses a scenario keeps it from being deleted, and is named', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await makeScenario(send, '넘겨받는 곳');
  const over = { type: 'toScenario', scenario: id, next: { missing: 'end' } };
  const document = { ...mainLine, blocks: { ...mainLine.blocks, greeting: over } };
  await send('POST', '/scenarios', { name: '넘기는 곳', from: { document } });
  await page.goto(`${server().origin}/scenarios`);
  await page.getByRole('button', { name: '넘겨받는 곳 삭제' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('“넘기는 곳” 시나리오의').waitFor();
  await dialog.getByRole('button', { name: '취소' }).click();
  await page.getByRole('button', { name: '넘기는 곳 삭제' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  await page.getByRole('link', { name: '넘기는 곳', exact: true }).waitFor({ state: 'detached' });
  t.is((await send('GET', `/scenarios/${id}`)).status, 200);
});

browserTest(
  test,
  'who may not see scenarios has no such page; who may only look changes nothing',
  async (t) => {
    const { send } = await openAs(t, 'company-admin');
    const id = await makeScenario(send, '보기만 할 시나리오');
    const agent = await openAs(t, 'agent');
    await agent.page.goto(`${server().origin}/scenarios`);
    await agent.page.getByText('이 화면을 볼 권한이 없습니다.').waitFor();
    t.is(await agent.page.getByRole('link', { name: '시나리오' }).count(), 0);
    t.is((await agent.send('GET', `/scenarios/${id}`)).status, 403);

    const watcher = await openAs(t, 'supervisor');
    await watcher.page.goto(`${server().origin}/scenarios`);
    await watcher.page.getByRole('link', { name: '보기만 할 시나리오' }).waitFor();
    t.is(await watcher.page.getByRole('button', { name: /새 시나리오|복사|삭제/ }).count(), 0);
    await watcher.page.goto(`${server().origin}/scenarios/${id}?tab=simulate`);
    await transcript(watcher.page).waitFor();
    t.is(await watcher.page.getByRole('button', { name: '게시', exact: true }).count(), 0);
    t.is(await watcher.page.getByRole('button', { name: '테스트로 저장' }).count(), 0);
  },
);

browserTest(test, 'of two windows the later save is shown what the other one made', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await makeScenario(send, '둘이 고치는 시나리오');
  const other = await page.context().newPage();
  const change = async (window: Page, words: string): Promise<void> => {
    await window.goto(`${server().origin}/scenarios/${id}`);
    const field = window.getByLabel('다음 블록: 안내할 말, 블록 종류 또는 이름');
    await field.fill(words);
    await field.press('Enter');
    await window.getByText('저장하지 않은 변경이 있습니다').first().waitFor();
  };
  await change(page, '첫째 창에서 넣은 말입니다.');
  await change(other, '둘째 창에서 넣은 말입니다.');
  await page.getByRole('button', { name: '저장', exact: true }).click();
  await page.getByText('모두 저장됨').waitFor();
  await other.getByRole('button', { name: '저장', exact: true }).click();
  const conflict = other.getByRole('dialog', { name: '다른 사람이 먼저 저장했습니다' });
  await conflict.getByText('저장된 것과 내 것의 차이').waitFor();
  t.regex(JSON.stringify((await send('GET', `/scenarios/${id}`)).json.document), /첫째 창에서/);
  await conflict.getByRole('button', { name: '내 것으로 저장' }).click();
  await other.getByText('모두 저장됨').waitFor();
  t.regex(JSON.stringify((await send('GET', `/scenarios/${id}`)).json.document), /둘째 창에서/);
});

browserTest(test, 'what is not saved is tried, and said not to be published', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await makeScenario(send, '저장 전에 시험');
  await page.goto(`${server().origin}/scenarios/${id}`);
  const field = page.getByLabel('다음 블록: 안내할 말, 블록 종류 또는 이름');
  await field.fill('아직 저장하지 않은 말입니다.');
  await field.press('Enter');
  await page.getByText('저장하지 않은 변경이 있습니다').first().waitFor();
  await page.getByRole('tab', { name: '시험', exact: true }).click();
  await page.getByText('저장하지 않은 내용까지 포함해 시험합니다.').waitFor();
  await page.getByRole('button', { name: '게시', exact: true }).click();
  await page.getByText('저장하지 않은 변경은 게시되지 않습니다.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: '설계', exact: true }).click();
  await page.getByText('저장하지 않은 변경이 있습니다').first().waitFor();
  t.is((await send('GET', `/scenarios/${id}`)).json.revision, 1);
});
