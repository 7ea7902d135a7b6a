import test from 'ava';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import { createSwitches } from '../shared/switch-port.ts';
import {
  CALL,
  channelWith,
  createFakeSwitch,
  type FakeSwitch,
  LEG,
  NODE,
  noSuchChannel,
} from '../testing/fake-switch.ts';
import { createIssueVerbs } from './issue-verbs.ts';
import type { StepSink } from './step-sink.ts';
import type { IssueRequest } from './types.ts';

const deaf: StepSink = { note: () => undefined, flush: async () => undefined };
const play = (verb: number): SwitchVerb => ({
  kind: 'play',
  verb,
  expectMs: 1_000,
  prompts: [{ kind: 'file', path: 'ko/main/menu.wav' }],
});
const request = (own: Partial<IssueRequest>): IssueRequest => ({
  call: CALL,
  node: NODE,
  verbs: [play(3)],
  legs: {},
  steps: [],
  forget: [],
  unclear: false,
  ...own,
});
const issue = (fake: FakeSwitch, own: Partial<IssueRequest> = {}, sink = deaf) =>
  createIssueVerbs(createSwitches([fake.port]), sink)(request(own));

test('a fresh verb is marked and sent in one write', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '2' }));
  t.deepEqual(await issue(fake), { status: 'issued' });
  const [asked, sent] = fake.batches;
  t.deepEqual(asked, [`uuid_getvar ${CALL} cw_verb`]);
  t.regex(sent?.[0] ?? '', /^uuid_setvar_multi .* cw_verb=3;/);
  t.regex(sent?.at(-1) ?? '', /^sendmsg playback .*menu\.wav/);
  t.is(fake.batches.length, 2);
});

test('a verb that was issued before is not issued again', async (t) => {
  for (const cw_verb of ['3', '4']) {
    const fake = createFakeSwitch(channelWith({ cw_verb }));
    t.deepEqual(await issue(fake), { status: 'repeated' });
    t.is(fake.batches.length, 1);
  }
});

test('a verb whose mark is there but which never began is sent after all, unless a later one was', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '3' }));
  t.deepEqual(await issue(fake, { unclear: true, again: true }), { status: 'issued' });
  t.deepEqual(
    fake
      .lines()
      .filter((line) => /^(uuid_break|sendmsg)/.test(line))
      .map((line) => line.split(' ')[0]),
    ['uuid_break', 'sendmsg'],
  );
  const later = createFakeSwitch(channelWith({ cw_verb: '4' }));
  t.deepEqual(await issue(later, { unclear: true, again: true }), { status: 'repeated' });
});

test('of a turn that got through in part only the rest is sent', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '3' }));
  await issue(fake, { verbs: [play(3), play(4)] });
  t.is(fake.lines().filter((line) => line.startsWith('sendmsg playback')).length, 1);
});

test('the first verb renews the dead man, a later one does not', async (t) => {
  const [first, later] = [createFakeSwitch(channelWith({})), createFakeSwitch(channelWith({ cw_verb: '2' }))];
  await issue(first, { verbs: [play(1)] });
  await issue(later);
  t.true(first.lines().some((line) => line.startsWith('sched_transfer +60')));
  t.false(later.lines().some((line) => line.startsWith('sched_')));
});

test('a filler is broken off by the next verb', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '2f' }));
  await issue(fake);
  t.is(fake.batches[1]?.[0], `uuid_break ${CALL} all`);
});

test('an unclear second try breaks off what may be playing, but nothing before the first verb', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '2' }));
  await issue(fake, { unclear: true });
  t.is(fake.batches[1]?.[0], `uuid_break ${CALL} all`);
  const first = createFakeSwitch(channelWith({}));
  await issue(first, { verbs: [play(1)], unclear: true });
  t.false(first.lines().some((line) => line.startsWith('uuid_break')));
});

test('collected keys leave the channel with the next verb', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '2' }));
  await issue(fake, { forget: [2] });
  t.true(fake.lines().some((line) => line.includes('cw_d2') && line.includes('sensitive_dtmf')));
});

test('a bridge takes the leg that the dial brought to life', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '7' }));
  await issue(fake, { verbs: [{ kind: 'bridge', verb: 8, dial: 6 }], legs: { 6: LEG } });
  t.true(fake.lines().some((line) => line.includes(LEG)));
});

test('a channel that is gone is said so, before or while it is told', async (t) => {
  t.deepEqual(await issue(createFakeSwitch(noSuchChannel)), { status: 'no-channel' });
  const dying = createFakeSwitch((line) => (line.startsWith('uuid_getvar') ? '2' : noSuchChannel()));
  t.deepEqual(await issue(dying), { status: 'no-channel' });
});

test('a turn without verbs only notes its steps', async (t) => {
  const fake = createFakeSwitch();
  const noted: unknown[] = [];
  const sink: StepSink = { ...deaf, note: (...args) => void noted.push(args) };
  t.deepEqual(await issue(fake, { verbs: [] }, sink), { status: 'issued' });
  t.is(fake.batches.length, 0);
  t.is(noted.length, 1);
});

test('a node that this process does not know is refused', async (t) => {
  const activity = createIssueVerbs(createSwitches([]), deaf);
  await t.throwsAsync(activity(request({})), { message: /node-a is not in FREESWITCH_NODES/ });
});
