import test from 'ava';
import { createSwitches } from '../shared/switch-port.ts';
import { CALL, createFakeSwitch, NODE, noSuchChannel } from '../testing/fake-switch.ts';
import { createApologise } from './apologise.ts';
import { parseMark } from './mark.ts';

test('what runs is broken off, nothing older may follow, and the hang-up waits for the apology', async (t) => {
  const fake = createFakeSwitch();
  t.deepEqual(await createApologise(createSwitches([fake.port]))({ call: CALL, node: NODE }), {
    status: 'issued',
  });
  const lines = fake.lines();
  const at = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
  t.is(at(/^uuid_break/), 0);
  t.true(at(/apology\.wav/) < at(/^sendmsg hangup/));
  const mark = parseMark(/cw_verb=([^;]*)/.exec(lines[1] ?? '')?.[1]);
  t.true(mark.verb > 1_000_000, 'above any verb of a call');
  t.is(fake.batches.length, 1);
});

test('a caller who is gone needs no apology', async (t) => {
  const switches = createSwitches([createFakeSwitch(noSuchChannel).port]);
  t.deepEqual(await createApologise(switches)({ call: CALL, node: NODE }), { status: 'no-channel' });
});
