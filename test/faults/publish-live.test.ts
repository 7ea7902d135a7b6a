import test from 'ava';
import { DialDigits, ScenarioHash } from '../../contracts/ids.ts';
import { Scenario, type ScenarioDraft } from '../../contracts/scenario/document.ts';
import { system } from '../../db/testing/samples.ts';
import { shippedPrompts } from '../../ivr-scenarios/testing/catalog.ts';
import { benchThreeMenus } from '../../ivr-scenarios/testing/three-menus.ts';
import { versionOf } from '../../workers/scenario/version.ts';
import { DEMO_NUMBERS, MAIN_LINE } from '../../workers/setup/demo-numbers.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { CALLER, GOODBYE, heardPrompts, hearsNow, isOver, MENUS, storedCall } from '../support/menu-call.ts';
import { until } from '../support/until.ts';

const CALLS = 20;
const NEW_GOODBYE = 'ko/main/goodbye.wav';

const LINE = '07000000032';

/** Menus that wait for a minute: nobody is hurried out of them while something else is done. */
const patient: ScenarioDraft = {
  ...benchThreeMenus,
  name: 'test-patient-menus',
  blocks: Object.fromEntries(
    Object.entries(benchThreeMenus.blocks).map(([id, block]) => [
      id,
      block.type === 'menu' ? { ...block, firstDigitMs: 60_000 } : block,
    ]),
  ),
};
const engine = useTestEngine(test, { numbers: [...DEMO_NUMBERS, { digits: LINE, draft: patient }] });

/** The same scenario with other last words. */
const otherWords = (name: string): ScenarioDraft => ({
  ...patient,
  name,
  blocks: {
    ...patient.blocks,
    goodbye: { type: 'play', prompts: [NEW_GOODBYE], next: { done: 'end' } },
  },
});

/** Places a call and waits in the second menu. */
async function inTheSecondMenu(index: number): Promise<string> {
  const phones = engine().phones();
  const { uuid } = await phones.placeCall(`${CALLER.slice(0, -2)}${String(index).padStart(2, '0')}`, LINE);
  await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[0]));
  await phones.press(uuid, '1');
  await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[1]));
  return uuid;
}

async function toTheEnd(uuid: string): Promise<string[]> {
  const phones = engine().phones();
  await phones.press(uuid, '1');
  await phones.waitFor(uuid, (call) => isOver(call) || hearsNow(call, MENUS[2]));
  await phones.press(uuid, '1');
  return heardPrompts(await phones.waitFor(uuid, isOver));
}

simulatorTest(
  test,
  'publishing and deleting while 20 calls run changes none of them; the next call hears the new version',
  async (t) => {
    t.timeout(240_000);
    const { scenarios, numbers } = engine().database.repositories;
    const digits = DialDigits.parse(LINE);
    const before = await numbers.detail(system, digits);
    const id = before?.follows?.id ?? '';
    const calls = await Promise.all(Array.from({ length: CALLS }, (_, index) => inTheSecondMenu(index)));

    const draft = await scenarios.get(system, id);
    if (draft === undefined) throw new Error('the number follows no scenario');
    const document = Scenario.parse(otherWords(draft.name));
    const saved = await scenarios.save(system, id, draft.revision, {
      name: draft.name,
      document,
      layout: {},
    });
    if (saved === undefined || !('saved' in saved)) throw new Error('not saved');
    const { hash, parts } = versionOf(document, shippedPrompts());
    const { revision } = saved.saved;
    await scenarios.publish(system, id, {
      revision,
      hash: ScenarioHash.parse(hash),
      document,
      parts,
      note: '',
    });
    const next = await until(async () => {
      const phones = engine().phones();
      const { uuid } = await phones.placeCall(CALLER, LINE);
      await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[0]));
      await phones.press(uuid, '1');
      await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[1]));
      const heard = await toTheEnd(uuid);
      return heard.includes(NEW_GOODBYE) ? uuid : undefined;
    }, 'a call hears the new version');
    t.is((await storedCall(engine(), next)).row.scenario, ScenarioHash.parse(hash));

    // The number leads elsewhere then, so that the scenario may go.
    const elsewhere = await numbers.detail(system, DialDigits.parse(MAIN_LINE));
    const now = await numbers.detail(system, digits);
    await numbers.change(
      system,
      digits,
      { scenario: elsewhere?.scenario?.hash ?? null },
      now?.updatedAt ?? 0,
    );
    t.true(await scenarios.remove(system, id));

    for (const uuid of calls) {
      const heard = await toTheEnd(uuid);
      t.true(heard.includes(GOODBYE) && !heard.includes(NEW_GOODBYE), heard.join(' '));
      const { row, blocks } = await storedCall(engine(), uuid);
      t.is(row.scenario, before?.scenario?.hash ?? null);
      t.deepEqual(row.outcome, { result: 'success', reason: 'completed' });
      t.is(blocks.at(-1), 'main/end → done');
    }
  },
);
