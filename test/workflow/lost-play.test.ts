import test from 'ava';
import type { InspectRequest } from '../../activities/call/types.ts';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);

test(
  'a play whose end nobody ever tells is issued again once, then passed over, and the call goes on',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      faults: (event) => (event.type === 'played' && event.verb === 2 ? [] : [{ event, afterMs: 0 }]),
      before: (name, _context, request) =>
        name === 'inspectVerb' && (request as InspectRequest).verb === 2 ? { status: 'running' } : undefined,
    }),
    async (t, call) => {
      await call.sandbox.advance(120_000);
      t.is(call.requests.filter(({ again }) => again === true).length, 1);
      t.true(call.channel.heard.some(({ kind }) => kind === 'collect'));
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'informed' });
    },
  ),
);
