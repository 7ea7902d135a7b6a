import test from 'ava';
import { callThrough, createHands, openDesigner, useDesigner } from './designer-support.ts';
import { browserTest } from './support/use-browser.ts';

const { openAs, words } = useDesigner(test);

browserTest(
  test,
  'with the mouse a main line stands after at most 80 actions, and calls go through it',
  async (t) => {
    const opened = await openAs(t);
    const { page } = opened;
    const id = await openDesigner(opened);
    const hands = createHands(page);
    const palette = page.getByRole('region', { name: '블록 고르기' });
    const panel = page.getByRole('region', { name: '속성과 문제' });
    const add = (type: string) => hands.click(palette.getByRole('button', { name: type, exact: true }));
    /** An announcement: its words are typed over the example. */
    const say = async (name: string): Promise<void> => {
      await add('안내 방송');
      await hands.type(words(name));
    };
    const lead = (outcome: string, to: string) =>
      hands.choose(panel.getByLabel(outcome, { exact: true }), to);
    /** The outcome at hand leads to a block that is there. */
    const onward = (to: string) => hands.choose(page.getByLabel('있는 블록으로 연결'), to);
    const goodbye = () => lead('완료', words('goodbye'));
    /** The outcome at which building goes on, when it is another block's. */
    const goOn = async (exit: string): Promise<void> => {
      await page.locator('.cw-quick-exit option:checked', { hasText: exit }).waitFor({ state: 'attached' });
    };

    // The canvas of a blank scenario has two blocks; the main line begins with none.
    for (const block of ['pickUp', 'end']) {
      await hands.click(page.locator(`[data-block="${block}"] .cw-node-head`));
      await hands.click(panel.getByRole('button', { name: '삭제', exact: true }));
    }
    await add('전화 받기');
    await say('greeting');
    await add('업무 시간 확인');
    await add('메뉴');
    await hands.type(words('menu'));
    await hands.click(panel.getByLabel('누를 번호와 뜻'));
    await hands.press('Control+a');
    await hands.type('1 상담 / 2 콜백 / 3 메시지 / 4 영업시간');
    await say('connecting');
    await add('상담 연결');
    await hands.type('1001');
    await say('goodbye');
    await add('전화 끊기');
    await goOn('통화 중');
    await say('agent-busy');
    await add('메시지 녹음');
    await say('message-saved');
    await goodbye();
    await say('message-empty');
    await goodbye();
    await say('message-failed');
    await add('전화 끊기');
    await goOn('응답 없음');
    await say('agent-away');
    await lead('완료', '메시지 녹음');
    await goOn('거절됨');
    await hands.drag(
      page.locator('[data-block="connect"] [data-handleid="rejected"]'),
      page.locator('.cw-node', { hasText: words('agent-away') }),
    );
    await goOn('실패');
    await say('agent-unreachable');
    await goodbye();
    await goOn('2 콜백');
    await say('callback');
    await goodbye();
    await goOn('3 메시지');
    await onward('메시지 녹음');
    await goOn('4 영업시간');
    await say('opening-hours');
    await goodbye();
    await goOn('입력 없음');
    await say('giving-up');
    await lead('완료', '전화 끊기');
    await goOn('없는 번호 누름');
    await onward(words('giving-up'));
    await goOn('업무 종료');
    for (const name of ['closed', 'lunch', 'holiday']) {
      await say(name);
      await goodbye();
    }
    await page.getByText('남은 연결 0').waitFor();
    await hands.click(page.getByRole('button', { name: '저장', exact: true }));
    await page.getByText('모두 저장됨').waitFor();
    t.log(`${hands.count()} actions`);
    t.true(hands.count() <= 80, `${hands.count()} actions`);

    t.is((await callThrough(opened, id, ['1', 'answers'])).result, 'success/connected');
    t.is((await callThrough(opened, id, ['3', 'recorded'])).result, 'success/message-left');
    const evening = await callThrough(opened, id, [], 'closed');
    t.true(evening.heard.includes(words('closed')) && evening.result.startsWith('success/'), evening.result);
  },
);
