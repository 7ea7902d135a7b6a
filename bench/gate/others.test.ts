import test from 'ava';
import { machineTime, watchOthers } from './others.ts';

const STAT = `cpu  100 20 30 1000 50 5 6 7 90 10
cpu0 100 20 30 1000 50 5 6 7 90 10
intr 1
`;

test('busy is all but idle and waiting for a disk; guests stand in user time already', (t) => {
  t.deepEqual(machineTime(STAT), { busyMs: 1_680, allMs: 12_180 });
});

test('a system without such a file tells nothing', (t) => {
  t.is(machineTime(undefined), undefined);
  t.is(machineTime('nonsense'), undefined);
});

test('a share is one', (t) => {
  const share = watchOthers(1_000)();
  t.true(share === undefined || (share >= 0 && share <= 1));
});
