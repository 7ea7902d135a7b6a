import protobuf from '@temporalio/proto';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import test from 'ava';
import type { History } from './record.ts';
import { historyNames, readHistory, replay } from './replay.ts';

const { EventType } = protobuf.temporal.api.enums.v1;
const names = historyNames();

test.before(() => {
  // What a replay fails with is thrown; the runtime would print it as well.
  const logging = { filter: 'ERROR' as const, forward: {} };
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging } });
});

for (const name of names) {
  test.serial(`today's workflows replay ${name} (R16)`, async (t) => {
    const advice = 'nothing released yet? node test/replay/make-histories.ts';
    await t.notThrowsAsync(replay(readHistory(name)), advice);
  });
}

/** A local activity's marker says which activity it was; the SDK's core keeps that outside the codec. */
function renameActivity(history: History): void {
  const details = history.events?.map((event) => event.markerRecordedEventAttributes?.details?.['data']);
  const payload = details?.find((data) => data !== undefined)?.payloads?.[0];
  if (!payload?.data) throw new Error('no local activity in this history');
  const text = Buffer.from(payload.data).toString('utf8');
  payload.data = Buffer.from(text.replace(/"activity_type":"[^"]+"/, '"activity_type":"other"'));
}

/** As if the workflow had ended in its first task instead of doing what it did there. */
function endAtOnce(history: History): void {
  const events = history.events?.slice(0, 4) ?? [];
  const [first] = events;
  if (!first) throw new Error('an empty history');
  history.events = [
    ...events,
    {
      ...first,
      eventId: protobuf.temporal.api.history.v1.HistoryEvent.fromObject({ eventId: 5 }).eventId,
      eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
      workflowExecutionStartedEventAttributes: null,
      workflowExecutionCompletedEventAttributes: {},
    },
  ];
}

for (const mutate of [renameActivity, endAtOnce]) {
  const [name] = names.includes('menus.json') ? ['menus.json'] : names;
  if (name === undefined) break;
  test.serial(`a history that the workflow cannot have written fails: ${mutate.name}`, async (t) => {
    const history = readHistory(name);
    mutate(history);
    await t.throwsAsync(replay(history), { name: 'DeterminismViolationError' });
  });
}

test('there are recorded histories (else run: node test/replay/make-histories.ts)', (t) => {
  t.true(names.length > 0);
});
