import test from 'ava';
import { systemActor } from '../../contracts/api/actor.ts';
import { COLLEAGUE } from '../../workers/setup/demo-numbers.ts';
import { useCalls } from './calls-support.ts';

const { engine, open, browserTest } = await useCalls(test);

browserTest('a test call is placed on the page of its trunk and seen until it has ended', async (t) => {
  const page = await open(t);
  await page.goto('/trunks');
  await page.getByText(`모의 교환기에서는 내선 ${COLLEAGUE}이 전화를 받습니다.`).waitFor();
  const call = page.getByRole('button', { name: '시험 통화 걸기' });
  const number = page.getByLabel('전화할 번호');
  await number.fill('1002');
  await call.click();
  await page.getByText('걸도록 허용되지 않은 번호입니다.').waitFor();

  await number.fill(COLLEAGUE);
  await call.click();
  const progress = page.getByRole('list', { name: '시험 통화 진행' });
  for (const step of ['거는 중', '받음', '끝남'])
    await progress.getByText(step, { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByText('시험 통화가 연결되었습니다.').waitFor();
  t.false((await page.content()).includes('연결되지 않았습니다.'));
});

browserTest('정지 takes a page of live calls that nobody touches to the sign-in', async (t) => {
  const page = await open(t, 'supervisor');
  await page.goto('/live');
  await page.getByText('진행 중인 통화가 없습니다').waitFor();
  const me = (await (await page.request.get('/api/v1/session')).json()) as { user: { id: string } };
  await engine().database.repositories.users.update(systemActor('test'), me.user.id, { state: 'suspended' });
  await page.waitForURL('**/sign-in?back=*', { timeout: 60_000 });
  await page.getByText('로그인이 끝났습니다.').waitFor();
  t.is(await page.getByText('진행 중인 통화가 없습니다').count(), 0);
});
