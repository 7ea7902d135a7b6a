import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { system } from '../../db/testing/samples.ts';
import { SHIPPED_SCENARIOS } from '../../ivr-scenarios/catalog/index.ts';
import { ALL_KEYS, THREE_INPUTS, threeInputs } from '../support/fast-typing.ts';
import { RIGHT_PIN } from '../support/pin-call.ts';
import { MOBILE, TEXT_LINE, textElsewhere, verifySender } from '../support/text-line.ts';
import { until } from '../support/until.ts';
import { realSwitchOf } from '../switch-contract/support/real-switch.ts';
import { tellPhone } from '../switch-contract/support/sipp-caller.ts';
import { whyNoRealSwitch } from '../switch-contract/support/switches.ts';
import { startSwitchEngine, useSwitchEngine } from './support/engine.ts';
import { registerPhone } from './support/phones.ts';
import { callNumber, dialledLeg, hears, storyOf } from './support/story.ts';

const MAIN_LINE = '07000000011';
const BUSY_LINE = '07000000012';
const PIN_LINE = '07000000013';
const AGENT = { extension: '1001', password: 'a-password-of-1001' };
const BUSY_AGENT = { extension: '1002', password: 'a-password-of-1002' };

const allDay = { work: { from: '00:00', to: '24:00' } };

/** The shipped main line, open day and night, with this colleague. */
function mainLine(extension: string): ScenarioDraft {
  const draft = structuredClone(SHIPPED_SCENARIOS['main-line']);
  const office = draft.calendars?.office;
  const agent = draft.blocks.agent;
  if (office === undefined || agent?.type !== 'connect') throw new Error('the main line has changed');
  const weekly = {
    sun: allDay,
    mon: allDay,
    tue: allDay,
    wed: allDay,
    thu: allDay,
    fri: allDay,
    sat: allDay,
  };
  return {
    ...draft,
    calendars: { office: { ...office, weekly, holidays: [] } },
    blocks: { ...draft.blocks, agent: { ...agent, target: { kind: 'extension', digits: extension } } },
  };
}

const skipped = whyNoRealSwitch(process.env);
if (skipped !== undefined) {
  test('whole calls on a real switch: left out', (t) => {
    t.log(skipped);
    t.pass();
  });
} else {
  const nodes = process.env.FREESWITCH_NODES ?? '';
  const real = realSwitchOf(nodes, process.env.FREESWITCH_SIP ?? '');
  const engine = useSwitchEngine(test, () =>
    startSwitchEngine(real, nodes, [
      { digits: MAIN_LINE, draft: mainLine(AGENT.extension) },
      { digits: BUSY_LINE, draft: mainLine(BUSY_AGENT.extension) },
      { digits: PIN_LINE, draft: SHIPPED_SCENARIOS['pin-line'] },
      { digits: THREE_INPUTS, draft: threeInputs },
      { digits: TEXT_LINE, draft: textElsewhere },
    ]),
  );
  callsInMenus(engine);
  callsToPhones(engine);
}

function callsInMenus(engine: ReturnType<typeof useSwitchEngine>): void {
  test.serial('main line: a key in the sound leads to the opening hours, then goodbye', async (t) => {
    t.timeout(120_000);
    const call = await callNumber(engine(), MAIN_LINE);
    await hears(engine(), call.uuid, 'ko/main/menu.wav');
    await call.pressInSound('4');
    const { outcome, blocks, digits } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'success', reason: 'informed' });
    t.deepEqual(blocks, ['pickUp', 'greeting', 'hours', 'menu', 'openingHours', 'goodbye', 'end']);
    t.deepEqual(digits, ['4']);
    t.is((await call.sipp.child.exited).code, 0, 'the caller got a BYE');
  });

  test.serial('main line: the caller hangs up in the menu', async (t) => {
    t.timeout(120_000);
    const call = await callNumber(engine(), MAIN_LINE);
    await hears(engine(), call.uuid, 'ko/main/menu.wav');
    await call.hangUp();
    const { outcome, blocks } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'client', reason: 'caller-hung-up' });
    t.deepEqual(blocks, ['pickUp', 'greeting', 'hours', 'menu']);
  });

  test.serial('PIN line: a wrong PIN, then the right one; neither is anywhere in the records', async (t) => {
    t.timeout(180_000);
    const call = await callNumber(engine(), PIN_LINE);
    await hears(engine(), call.uuid, 'ko/pin/enter.wav');
    await call.pressInSound('135791');
    await hears(engine(), call.uuid, 'ko/pin/wrong.wav');
    await hears(engine(), call.uuid, 'ko/pin/enter.wav', 2);
    await call.pressInSound(RIGHT_PIN);
    const { outcome, blocks, digits } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'success', reason: 'informed' });
    t.deepEqual(digits, ['***', '***']);
    t.deepEqual(blocks.filter((block) => block === 'enterPin').length, 2);
    const rows = await engine().database.database.knex('call_steps').where('call', call.uuid);
    t.notRegex(JSON.stringify(rows), /135791|246810/);
    const late = engine().client.events.filter((event) => event['Event-Name'] === 'CHANNEL_HANGUP_COMPLETE');
    t.notRegex(JSON.stringify(late), /135791|246810/, 'no secret is left on the channel');
  });

  for (const keysPerSecond of [50, 15]) {
    test.serial(`${keysPerSecond} keys a second across three inputs: none is lost`, async (t) => {
      t.timeout(180_000);
      const { client } = engine();
      for (let round = 0; round < 5; round += 1) {
        const call = await callNumber(engine(), THREE_INPUTS);
        await hears(engine(), call.uuid, 'ko/bench/menu-1.wav');
        for (const key of ALL_KEYS) {
          await client.send(`api uuid_recv_dtmf ${call.uuid} ${key}`);
          await pause(1_000 / keysPerSecond);
        }
        const { outcome, digits } = await storyOf(engine(), call.uuid);
        t.deepEqual(outcome, { result: 'success', reason: 'informed' });
        t.deepEqual(digits, ['7', '2468', '***']);
      }
    });
  }

  test.serial('a call texts a mobile once, and goes on meanwhile', async (t) => {
    t.timeout(120_000);
    const { outboxTexts } = engine().database.repositories;
    await verifySender(engine());
    const call = await callNumber(engine(), TEXT_LINE);
    await hears(engine(), call.uuid, 'ko/bench/goodbye.wav');
    const { blocks } = await storyOf(engine(), call.uuid);
    t.deepEqual(blocks, ['pickUp', 'text', 'goodbye', 'end']);
    const texts = await until(async () => {
      const kept = await outboxTexts.newest(system);
      return kept.length > 0 ? kept : undefined;
    }, 'the text is with the provider');
    t.deepEqual(
      texts.map(({ digits, text }) => [digits, text]),
      [[MOBILE, `접수되었습니다 ${TEXT_LINE}`]],
    );
  });

  for (const role of ['flow-worker', 'switch-worker', 'api'] as const) {
    test.serial(
      `kill -9 of the ${role} in mid-call: the key is not lost, no block is entered twice`,
      async (t) => {
        t.timeout(180_000);
        const call = await callNumber(engine(), MAIN_LINE);
        await hears(engine(), call.uuid, 'ko/main/menu.wav');
        const back = engine().kill(role);
        await call.pressInSound('4');
        await back;
        const { outcome, blocks, digits } = await storyOf(engine(), call.uuid);
        t.deepEqual(outcome, { result: 'success', reason: 'informed' });
        t.deepEqual(digits, ['4']);
        t.deepEqual(blocks, ['pickUp', 'greeting', 'hours', 'menu', 'openingHours', 'goodbye', 'end']);
      },
    );
  }
}

function callsToPhones(engine: ReturnType<typeof useSwitchEngine>): void {
  test.serial('main line: connected with a registered phone, which hangs up; then goodbye', async (t) => {
    t.timeout(180_000);
    const { extension, password } = AGENT;
    await engine().makeAccount(extension, password);
    const phone = await registerPhone({ extension, password, ...engine().phones, does: 'answers' });
    t.teardown(phone.close);
    const call = await callNumber(engine(), MAIN_LINE);
    await hears(engine(), call.uuid, 'ko/main/menu.wav');
    await call.pressInSound('1');
    const leg = await dialledLeg(engine(), call.uuid);
    await engine().client.eventOf(call.uuid, 'CHANNEL_BRIDGE');
    await tellPhone(engine().client, leg, 'hang up');
    const { outcome, blocks } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'success', reason: 'connected' });
    t.deepEqual(blocks.slice(-4), ['connecting', 'agent', 'goodbye', 'end']);
    const workflows = await engine().histories.list();
    t.is(workflows.find(({ workflowId }) => workflowId === `call/${leg}`)?.status, 'COMPLETED');
  });

  test.serial('a phone with a wrong password is refused', async (t) => {
    t.timeout(60_000);
    const { extension } = AGENT;
    await t.throwsAsync(
      registerPhone({ extension, password: 'not-the-password', ...engine().phones, does: 'answers' }),
      { message: /could not register/ },
    );
  });

  test.serial('main line: the colleague is busy, so the caller leaves a message', async (t) => {
    t.timeout(180_000);
    const { extension, password } = BUSY_AGENT;
    await engine().makeAccount(extension, password);
    const phone = await registerPhone({ extension, password, ...engine().phones, does: 'busy' });
    t.teardown(phone.close);
    const call = await callNumber(engine(), BUSY_LINE);
    await hears(engine(), call.uuid, 'ko/main/menu.wav');
    // Not in the sound: SIPp speaks from another port than it presses, and the switch listens to one of the two.
    await call.press('1');
    await hears(engine(), call.uuid, 'ko/main/agent-busy.wav');
    await engine().client.eventOf(call.uuid, 'RECORD_START');
    await call.speak();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await call.press('#');
    const { outcome, blocks } = await storyOf(engine(), call.uuid);
    t.deepEqual(outcome, { result: 'success', reason: 'message-left' });
    t.deepEqual(blocks.slice(-6), ['agent', 'agentBusy', 'message', 'messageSaved', 'goodbye', 'end']);
    if (!existsSync(engine().recordingsDir)) return;
    const files = readdirSync(engine().recordingsDir).filter((file) => file.startsWith(call.uuid));
    t.is(files.length, 1, 'one recording');
  });
}
