import test from 'ava';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import { CallId } from '../../contracts/ids.ts';
import { createStepSink } from './step-sink.ts';

const ids = ['6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d', '7b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d'];
const [ONE, OTHER] = ids.map((id) => CallId.parse(id)) as [CallId, CallId];
const step = (seq: number): StepRecord => ({ seq, block: 'main/menu', blockType: 'menu', enteredAt: 1 });
/** Longer than a test runs: what is written was written by `flush`. */
const NEVER_MS = 3_600_000;

test('steps of many turns and calls are one write', async (t) => {
  const written: [CallId, number[]][][] = [];
  const sink = createStepSink({
    write: async (steps) =>
      void written.push([...steps].map(([call, ofCall]) => [call, ofCall.map(({ seq }) => seq)])),
    everyMs: NEVER_MS,
  });
  sink.note(ONE, [step(1)]);
  sink.note(OTHER, [step(1), step(2)]);
  sink.note(ONE, [step(2)]);
  sink.note(ONE, []);
  await sink.flush();
  await sink.flush();
  t.deepEqual(written, [
    [
      [ONE, [1, 2]],
      [OTHER, [1, 2]],
    ],
  ]);
});

test('a write that fails is counted and keeps nobody', async (t) => {
  let dropped = 0;
  const sink = createStepSink({
    write: () => Promise.reject(new Error('away')),
    everyMs: NEVER_MS,
    onDropped: (count) => {
      dropped += count;
    },
  });
  sink.note(ONE, [step(1), step(2)]);
  sink.note(OTHER, [step(1)]);
  await sink.flush();
  t.is(dropped, 3);
});

test('beyond its limit the sink drops instead of growing', async (t) => {
  let dropped = 0;
  const written: number[] = [];
  const sink = createStepSink({
    write: async (steps) => void written.push([...steps.values()].flat().length),
    everyMs: NEVER_MS,
    limit: 3,
    onDropped: (count) => {
      dropped += count;
    },
  });
  sink.note(ONE, [step(1), step(2), step(3)]);
  sink.note(ONE, [step(4)]);
  t.is(dropped, 1);
  await sink.flush();
  sink.note(ONE, [step(5)]);
  await sink.flush();
  t.deepEqual(written, [3, 1]);
});
