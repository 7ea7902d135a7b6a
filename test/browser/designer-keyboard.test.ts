import test from 'ava';
import { callThrough, createHands, openDesigner, useDesigner } from './designer-support.ts';
import { browserTest } from './support/use-browser.ts';

const { openAs, words } = useDesigner(test);

browserTest(
  test,
  'by keys alone a main line stands after at most 80 actions, and calls go through it',
  async (t) => {
    const opened = await openAs(t);
    const { page } = opened;
    const id = await openDesigner(opened);
    const hands = createHands(page);
    const line = async (text: string): Promise<void> => {
      await hands.type(text);
      await hands.press('Enter');
    };
    // The canvas of a blank scenario has two blocks; the main line begins with none.
    await hands.press('F6');
    await hands.press('Control+a');
    await hands.press('Delete');
    await page.locator('.cw-node').first().waitFor({ state: 'detached' });
    await hands.press('n');

    await line('전화 받기');
    await line(words('greeting'));
    await line('업무 시간 확인');
    await line(`${words('menu')} | 1 상담 / 2 콜백 / 3 메시지 / 4 영업시간 / 0 다시`);
    await line(words('connecting'));
    await line('상담 연결 1001');
    await line(words('goodbye'));
    await line('전화 끊기');
    await line(words('agent-busy'));
    await line('메시지 녹음');
    await line(`${words('message-saved')} > 이용해`);
    await line(`${words('message-empty')} > 이용해`);
    await line(words('message-failed'));
    await line('전화 끊기');
    await line(`${words('agent-away')} > 메시지 녹음`);
    await line(`> ${words('agent-away')}`);
    await line(`${words('agent-unreachable')} > 이용해`);
    await line(`${words('callback')} > 이용해`);
    await line('> 메시지 녹음');
    await line(`${words('opening-hours')} > 이용해`);
    await line(words('giving-up'));
    await line('전화 끊기');
    await line(`> ${words('giving-up')}`);
    await line(`${words('closed')} > 이용해`);
    await line(`${words('lunch')} > 이용해`);
    await line(`${words('holiday')} > 이용해`);
    await page.getByText('남은 연결 0').waitFor();
    await hands.press('Control+s');
    await page.getByText('모두 저장됨').waitFor();
    t.log(`${hands.count()} actions`);
    t.true(hands.count() <= 80, `${hands.count()} actions`);

    t.is((await callThrough(opened, id, ['1', 'answers'])).result, 'success/connected');
    t.is((await callThrough(opened, id, ['1', 'busy', 'recorded'])).result, 'success/message-left');
    const evening = await callThrough(opened, id, [], 'closed');
    t.true(evening.heard.includes(words('closed')) && evening.result.startsWith('success/'), evening.result);
  },
);
