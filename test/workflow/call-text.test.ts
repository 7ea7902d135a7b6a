import test from 'ava';
import { messageWorkflowId } from '../../contracts/message/names.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { playBlock, SAID_SILENT, SAID_WRONG, scenarioOf } from '../../ivr-scenarios/testing/blocks.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { INPUT } from './support/call-input.ts';
import { TEXT_ID } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const CHILD = messageWorkflowId(TEXT_ID);

const texting: CompiledScenario = compiledDraft(
  scenarioOf({
    first: {
      type: 'sendMessage',
      text: '접수되었습니다',
      next: { accepted: 'said', refused: 'sorry', failed: 'later' },
    },
    said: playBlock('end'),
    sorry: playBlock('end', SAID_WRONG),
    later: playBlock('end', SAID_SILENT),
  }),
);

test(
  'a text of a call is accepted within the turn, and its workflow starts beside the call',
  phoneCall(
    () => ({ scenario: texting, inputs: ['accepted'] }),
    async (t, call) => {
      await call.sandbox.advance(0);
      t.deepEqual(call.activities.slice(0, 3), [
        'local loadPart',
        'local acceptCallMessage',
        'local issueVerbs',
      ]);
      t.deepEqual(call.texts, [
        {
          call: INPUT.call,
          tenant: INPUT.tenant,
          verb: 1,
          to: INPUT.caller,
          text: '접수되었습니다',
          values: {},
        },
      ]);
      await call.sandbox.advance(60_000);
      t.is(call.sandbox.run(CHILD)?.status, 'completed');
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'completed' });
    },
  ),
);

test(
  'a text that may not be sent leaves by refused, and starts nothing',
  phoneCall(
    () => ({ scenario: texting, inputs: ['refused'] }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.like(call.channel.heard[0], { kind: 'play', prompts: [{ path: SAID_WRONG }] });
      t.is(call.sandbox.run(CHILD), undefined);
    },
  ),
);

test(
  'a database that is away keeps the caller for four seconds, then the call goes on by failed',
  phoneCall(
    () => ({ scenario: texting, inputs: Array.from({ length: 50 }, () => 'notTaken') }),
    async (t, call) => {
      await call.sandbox.advance(5_000);
      t.like(call.channel.heard[0], { kind: 'play', prompts: [{ path: SAID_SILENT }] });
      t.true(call.texts.length > 1, 'tried more than once');
      t.is(new Set(call.texts.map(({ call: id, verb }) => `${id}/${verb}`)).size, 1, 'under one key');
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'completed' });
    },
  ),
);

test(
  'a text whose first answer was lost is asked for under the same key',
  phoneCall(
    () => {
      let lost = false;
      return {
        scenario: texting,
        inputs: ['accepted', 'accepted'],
        before: async (name, { sleep }) => {
          if (name !== 'acceptCallMessage' || lost) return undefined;
          lost = true;
          await sleep(2_500);
          return undefined;
        },
      };
    },
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.is(new Set(call.texts.map(({ verb }) => verb)).size, 1);
      t.like(call.channel.heard[0], { kind: 'play' });
      t.is(call.sandbox.run(CHILD)?.status, 'completed');
    },
  ),
);
