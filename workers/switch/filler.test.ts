import test from 'ava';
import { CALL, channelWith, createFakeSwitch, noSuchChannel } from '../../activities/testing/fake-switch.ts';
import { createPlayFiller } from './filler.ts';

const prompt = { kind: 'file', path: 'ko/system/waiting.wav' } as const;
const play = async (
  reply: (line: string) => string,
  afterVerb: number,
  kind: 'waiting' | 'fallback' = 'waiting',
): Promise<string[]> => {
  const fake = createFakeSwitch(reply);
  await createPlayFiller(fake.port, () => prompt)(CALL, { afterVerb, kind });
  return fake.lines();
};
const has = (lines: string[], pattern: RegExp): boolean => lines.some((line) => pattern.test(line));

test('a filler follows the verb whose result is under way, marked, with the dead man renewed', async (t) => {
  const lines = await play(channelWith({ cw_verb: '4' }), 4);
  t.true(has(lines, /^uuid_setvar .* cw_verb 4f$/));
  t.true(has(lines, /^sched_transfer \+60/));
  t.true(has(lines, /^sendmsg playback .*waiting\.wav/));
  t.false(has(lines, /pre_answer|uuid_break/));
});

test('an engine that was quicker is not disturbed', async (t) => {
  t.is((await play(channelWith({ cw_verb: '5' }), 4)).length, 1);
  t.is((await play(noSuchChannel, 4)).length, 1);
});

test('a caller who was not answered yet hears it in early media', async (t) => {
  const lines = await play(channelWith({}), 0);
  t.true(has(lines, /^sendmsg pre_answer/));
});

test('the fallback takes the place of the waiting prompt', async (t) => {
  const lines = await play(channelWith({ cw_verb: '0f' }), 0, 'fallback');
  t.true(has(lines, /^uuid_break/));
  t.false(has(lines, /pre_answer/), 'media is open already');
});

test('a waiting prompt that plays already is not begun anew', async (t) => {
  t.is((await play(channelWith({ cw_verb: '4f' }), 4)).length, 1);
});
