import test from 'ava';
import type { NumberListView, NumberView } from '../../contracts/api/numbers.ts';
import { MAIN_LINE, THREE_MENUS } from '../../workers/setup/demo-numbers.ts';
import { createAskApi } from '../support/ask-api.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { CALLER, heardPrompts, isOver, MENUS } from '../support/menu-call.ts';
import { until } from '../support/until.ts';

const engine = useTestEngine(test);
const ask = createAskApi(engine);

/** Calls the number until the first prompt, hangs up, and returns what it was; none for a call that was refused. */
async function firstPrompt(number: string): Promise<string | undefined> {
  const phones = engine().phones();
  const { uuid } = await phones.placeCall(CALLER, number);
  const call = await phones.waitFor(uuid, (one) => isOver(one) || heardPrompts(one).length > 0);
  if (!isOver(call)) await phones.hangUp(uuid);
  return heardPrompts(call)[0];
}

simulatorTest(
  test,
  'another scenario answers from the next call on; a disabled number answers nobody',
  async (t) => {
    t.timeout(60_000);
    t.not(await firstPrompt(MAIN_LINE), MENUS[0]);
    const { numbers } = await ask<NumberListView>('GET', '/numbers');
    const find = (digits: string) => numbers.find((number) => number.digits === digits);
    const scenario = find(THREE_MENUS)?.scenario?.hash;
    const path = `/numbers/${MAIN_LINE}`;
    const { updatedAt } = await ask<NumberView>('PATCH', path, {
      scenario,
      updatedAt: find(MAIN_LINE)?.updatedAt,
    });
    // The switch worker hears of it by NOTIFY, a few milliseconds later.
    t.true(
      await until(async () => (await firstPrompt(MAIN_LINE)) === MENUS[0], 'the other scenario answers'),
    );
    await ask('PATCH', path, { enabled: false, updatedAt });
    t.true(await until(async () => (await firstPrompt(MAIN_LINE)) === undefined, 'nobody answers'));
  },
);
