import test from 'ava';
import { systemActor } from '../../contracts/api/actor.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { makeScenario, useDesigning } from './scenarios-support.ts';
import { browserTest } from './support/use-browser.ts';

const { db, server, openAs } = useDesigning(test);
const OPEN = '이 초안을 브라우저 전화로 걸어 보기';
const system = systemActor('test');

/** A document that shipped prompts speak. */
const spoken: ScenarioDraft = {
  schema: 1,
  name: '전화로 시험',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'words' } },
    words: { type: 'play', prompts: ['ko/main/greeting.wav'], next: { done: 'end' } },
    end: { type: 'hangup' },
  },
};

browserTest(test, 'a draft is called by the browser phone without being published', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const name = '전화로 시험할 시나리오';
  const made = await send('POST', '/scenarios', { name, from: { document: spoken } });
  const id = String(made.json.id);
  await page.goto(`${server().origin}/scenarios/${id}?tab=simulate`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: OPEN }).click();
  const phone = await opened;
  await phone.waitForURL(/\/phone\?number=99[0-9]{6}$/);
  const number = new URL(phone.url()).searchParams.get('number') ?? '';
  await page.getByText(`초안으로 연결되는 번호 ${number}`).waitFor();
  const living = await db().repositories.trials.living(system, Date.now());
  t.true(living.some((trial) => trial.number === number));
  t.is((await send('GET', `/scenarios/${id}`)).json.published, null);
});

browserTest(test, 'what is drawn and not saved is judged, and stays where it is', async (t) => {
  const { page, send } = await openAs(t, 'company-admin');
  const id = await makeScenario(send, '저장하지 않은 시험');
  await page.goto(`${server().origin}/scenarios/${id}`);
  const field = page.getByLabel('다음 블록: 안내할 말, 블록 종류 또는 이름');
  await field.fill('아무도 녹음하지 않은 말입니다.');
  await field.press('Enter');
  await page.getByText('저장하지 않은 변경이 있습니다').first().waitFor();
  await page.getByRole('tab', { name: '시험', exact: true }).click();
  await page.getByRole('button', { name: OPEN }).click();
  await page.getByText('전화로 걸어 볼 수 없습니다. 고칠 것이 있습니다.').waitFor();
  t.true((await page.locator('.cw-problems li').count()) > 0);
  t.is((await db().database.knex('trials').where({ scenario: id })).length, 0);
  await page.getByText('저장하지 않은 변경이 있습니다').first().waitFor();
});
