import test from 'ava';
import { system } from '../../db/testing/samples.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { useTestEngine } from '../support/engine.ts';
import { GOODBYE, heardPrompts, hearsNow, isOver } from '../support/menu-call.ts';
import { MOBILE, TEXT_LINE, textScenario, verifySender } from '../support/text-line.ts';
import { until } from '../support/until.ts';

const engine = useTestEngine(test, { numbers: [{ digits: TEXT_LINE, draft: textScenario }] });

const textsTo = async (digits: string): Promise<string[]> => {
  const kept = await engine().database.repositories.outboxTexts.newest(system);
  return kept.filter((one) => one.digits === digits).map(({ text }) => text);
};

test.serial('a caller is texted once, and hears the next prompt', async (t) => {
  await verifySender(engine());
  const { uuid } = await engine().phones().placeCall(MOBILE, TEXT_LINE);
  const call = await engine().phones().waitFor(uuid, isOver);
  t.deepEqual(heardPrompts(call), [GOODBYE]);
  const texts = await until(async () => {
    const found = await textsTo(MOBILE);
    return found.length > 0 ? found : undefined;
  }, 'the text is with the provider');
  t.deepEqual(texts, [`접수되었습니다 ${TEXT_LINE}`]);
});

test.serial('a caller who cannot be texted is not, and the call goes the other way', async (t) => {
  const { uuid } = await engine().phones().placeCall('0212345678', TEXT_LINE);
  const call = await engine().phones().waitFor(uuid, isOver);
  t.deepEqual(heardPrompts(call), []);
  t.deepEqual(await textsTo('0212345678'), []);
});

test.serial('a flow worker that is killed after the text sends no second one', async (t) => {
  const other = '01000005678';
  const { uuid } = await engine().phones().placeCall(other, TEXT_LINE);
  const hears = (call: CallView): boolean => isOver(call) || hearsNow(call, GOODBYE);
  await engine().phones().waitFor(uuid, hears);
  await engine().kill('flow-worker');
  await engine().phones().waitFor(uuid, isOver);
  const settled = await until(async () => {
    const { messages } = engine().database.repositories;
    const { messages: listed } = await messages.list(system, {}, { limit: 10 });
    return listed.every(({ state }) => state === 'done') ? listed : undefined;
  }, 'every message is settled');
  t.is(settled.length, 2);
  t.is((await textsTo(other)).length, 1);
});
