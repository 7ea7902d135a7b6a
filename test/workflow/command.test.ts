import test from 'ava';
import { COMMAND_SIGNAL, callWorkflowId } from '../../contracts/call/names.ts';
import { playBlock, SAID, SAID_WRONG, scenarioOf } from '../../ivr-scenarios/testing/blocks.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { CALL } from './support/call-input.ts';
import type { PhoneCall } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const ask = { type: 'collect', min: 1, max: 4, variable: 'n' } as const;
const prompts = { prompts: [SAID], noInputPrompts: [SAID], invalidPrompts: [SAID] };
const scenario = compiledDraft(
  scenarioOf(
    {
      first: { type: 'answer', next: { done: 'ask' } },
      ask: {
        ...ask,
        ...prompts,
        firstDigitMs: 60_000,
        next: { collected: 'end', noInput: 'end', invalid: 'end' },
      },
      taken: playBlock('end', SAID_WRONG),
    },
    {
      variables: { n: { type: 'digits' } },
      handlers: { operatorCommand: 'taken', engineRestarted: 'taken' },
    },
  ),
);
const plain = compiledDraft(
  scenarioOf(
    {
      first: { type: 'answer', next: { done: 'ask' } },
      ask: { ...ask, ...prompts, next: { collected: 'heard', noInput: 'end', invalid: 'end' } },
      heard: {
        type: 'condition',
        when: { variable: 'n', op: 'eq', to: { literal: '12' } },
        next: { yes: 'said', no: 'end' },
      },
      said: playBlock('end', SAID_WRONG),
    },
    { variables: { n: { type: 'digits' } } },
  ),
);
const kinds = (call: PhoneCall): string[] => call.channel.heard.map(({ kind }) => kind);
const command = (call: PhoneCall, id: string, what: 'handler' | 'hangup'): void =>
  call.sandbox.signal(callWorkflowId(CALL), COMMAND_SIGNAL, [{ id, command: what }]);

test(
  'an operator’s command sends a call to its handler, once however often it is sent',
  phoneCall(
    () => ({ scenario, inputs: [] }),
    async (t, call) => {
      await call.sandbox.advance(1_000);
      command(call, 'one', 'handler');
      command(call, 'one', 'handler');
      await call.sandbox.advance(20_000);
      t.deepEqual(kinds(call).slice(2), ['stop', 'play', 'hangup']);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'completed' });
    },
  ),
);

test(
  'an operator’s command ends a call',
  phoneCall(
    () => ({ scenario }),
    async (t, call) => {
      await call.sandbox.advance(3_000);
      command(call, 'two', 'hangup');
      await call.sandbox.advance(1_000);
      t.is(kinds(call).at(-1), 'hangup');
      t.is(call.sandbox.run(callWorkflowId(CALL))?.status, 'completed');
    },
  ),
);

/** The result of the input is lost, and the channel tells it when it is asked. */
const loseInput = (event: { type: string }): boolean => event.type === 'collected';
const idle = { type: 'idle' } as const;

test(
  'an engine that was away leads to the scenario’s handler for that, after the channel has said that the input is over',
  phoneCall(
    () => ({
      scenario,
      inputs: ['12'],
      faults: (event) => (loseInput(event) ? [] : [{ event, afterMs: 0 }]),
    }),
    async (t, call) => {
      await call.sandbox.advance(5_000);
      call.deliver(call.stamp(idle));
      await call.sandbox.advance(20_000);
      t.deepEqual(kinds(call).slice(2), ['stop', 'play', 'hangup']);
      t.like(call.channel.heard[3], { prompts: [{ path: SAID_WRONG }] });
    },
  ),
);

test(
  'an idle report about a verb that still runs leads nowhere',
  phoneCall(
    () => ({ scenario, inputs: [], faults: (event) => (loseInput(event) ? [] : [{ event, afterMs: 0 }]) }),
    async (t, call) => {
      call.channel.results.clear();
      await call.sandbox.advance(1_300);
      call.deliver(call.stamp(idle));
      await call.sandbox.advance(100);
      t.deepEqual(kinds(call), ['answer', 'collect']);
    },
  ),
);

test(
  'without a handler the input that was lost is made good with its digits',
  phoneCall(
    () => ({
      scenario: plain,
      inputs: ['12'],
      faults: (event) => (loseInput(event) ? [] : [{ event, afterMs: 0 }]),
    }),
    async (t, call) => {
      await call.sandbox.advance(5_000);
      call.deliver(call.stamp(idle));
      await call.sandbox.advance(20_000);
      t.deepEqual(kinds(call).slice(2), ['play', 'hangup']);
    },
  ),
);
