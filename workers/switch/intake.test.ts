import test from 'ava';
import { CALL, NODE } from '../../activities/testing/fake-switch.ts';
import { CallInput } from '../../contracts/call/workflow.ts';
import { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { parseEvent } from '../../freeswitch/esl/index.ts';
import { callInput, cameFrom, channelOf } from './intake.ts';
import { createNumbers } from './numbers.ts';

const CORE = '0f7a2f4e-1111-4222-8333-444455556666';
const numbers = createNumbers(
  async () =>
    new Map([
      [
        '07012345678',
        {
          tenant: TenantId.parse('2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d'),
          scenario: ScenarioHash.parse('a'.repeat(64)),
          fallback: { kind: 'file', path: 'ko/system/fallback.wav' },
        },
      ],
    ]),
);
test.before(() => numbers.refresh());

const channel = {
  ...{ call: CALL, core: CORE, called: '+827012345678', caller: '010-9876-5432' },
  ...{ from: 'trunk' as const, arrivedAt: 7 },
};

test('what a workflow begins with is checked and plain', (t) => {
  const input = callInput(NODE, numbers, channel);
  t.notThrows(() => CallInput.parse(input));
  t.like(input, { called: '07012345678', caller: '01098765432', arrivedAt: 7 });
});

test('a caller without a number, or with a name for one, is still taken', (t) => {
  t.is(callInput(NODE, numbers, { ...channel, caller: 'anonymous' })?.caller, '');
  t.is(callInput(NODE, numbers, { ...channel, caller: `+${'1'.repeat(90)}` })?.caller.length, 40);
});

test('a number that leads nowhere, or a switch without a name, starts nothing', (t) => {
  t.is(callInput(NODE, numbers, { ...channel, called: '07099999999' }), undefined);
  t.is(callInput(NODE, numbers, { ...channel, core: '' }), undefined);
});

test('the channel is read from the event that parked it', (t) => {
  const event = parseEvent(
    JSON.stringify({
      'Event-Name': 'CHANNEL_PARK',
      'Core-UUID': CORE,
      'Event-Sequence': '9',
      'Unique-ID': CALL,
      'Event-Date-Timestamp': '1772499600000123',
      'Caller-Destination-Number': '07012345678',
      'Caller-Caller-ID-Number': '01098765432',
      variable_cw_route: 'phone',
    }),
  );
  t.deepEqual(event && channelOf(CALL, event), {
    call: CALL,
    core: CORE,
    called: '07012345678',
    caller: '01098765432',
    from: 'phone',
    arrivedAt: 1_772_499_600_000,
  });
});

test('what is not marked as one of our phones counts as a trunk', (t) => {
  t.is(cameFrom('phone'), 'phone');
  for (const mark of ['inbound', 'leg', '', undefined]) t.is(cameFrom(mark), 'trunk');
});
