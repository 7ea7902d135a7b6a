import test from 'ava';
import { CallEvent } from '../../contracts/call/event.ts';
import { CORE, LEG, ofCaller, ofLeg, originateJob, recorded } from './testing/recorded.ts';
import { translate } from './translate.ts';

const base = { id: `${CORE}:804`, at: 1_795_293_169_707 };
const of = (event: Parameters<typeof translate>[0]): unknown => {
  const translated = translate(event);
  if (translated !== undefined) CallEvent.parse(translated.event);
  return translated;
};
const leg = (event: object) => ({ call: LEG, mayStart: false, event: { ...base, ...event } });

test('a leg rings, with or without early media', (t) => {
  for (const name of ['CHANNEL_PROGRESS', 'CHANNEL_PROGRESS_MEDIA']) {
    t.deepEqual(of(ofLeg(name)), leg({ type: 'leg', verb: 7, state: 'ringing' }));
  }
});

test('a leg that is parked was answered', (t) => {
  t.deepEqual(of(ofLeg('CHANNEL_PARK')), leg({ type: 'leg', verb: 7, state: 'answered' }));
});

for (const cause of [
  'USER_BUSY',
  'CALL_REJECTED',
  'UNALLOCATED_NUMBER',
  'NO_ANSWER',
  'ORIGINATOR_CANCEL',
  'LOSE_RACE',
]) {
  test(`a leg that ends with ${cause} says so`, (t) => {
    const event = ofLeg('CHANNEL_HANGUP_COMPLETE', { 'Hangup-Cause': cause });
    t.deepEqual(of(event), leg({ type: 'hungUp', cause, by: 'peer' }));
  });
}

test('a leg starts no workflow: whoever dialled it did', (t) => {
  for (const name of ['CHANNEL_PARK', 'CHANNEL_PROGRESS', 'CHANNEL_HANGUP_COMPLETE']) {
    t.like(of(ofLeg(name)), { mayStart: false });
  }
});

test('an unknown gateway is told by the originate job alone', (t) => {
  t.deepEqual(
    of(originateJob('-ERR INVALID_GATEWAY\n')),
    leg({ type: 'hungUp', cause: 'INVALID_GATEWAY', by: 'switch' }),
  );
});

test('an originate that went well, or another job, means nothing', (t) => {
  t.is(of(originateJob(`+OK ${LEG}\n`)), undefined);
  t.is(of(originateJob('-ERR no reply\n')), undefined);
  t.is(of(originateJob('-ERR USER_BUSY\n', 'not-a-uuid')), undefined);
  t.is(of(recorded('BACKGROUND_JOB', { 'Job-Command': 'status', _body: 'UP 0 years' })), undefined);
});

test('an event that the leg’s workflow has no use for is not sent', (t) => {
  t.is(of(ofLeg('CHANNEL_EXECUTE_COMPLETE', { Application: 'park' })), undefined);
  t.is(of(ofLeg('CHANNEL_BRIDGE')), undefined);
});

test('a caller’s channel is no leg', (t) => {
  t.like(of(ofCaller('CHANNEL_HANGUP_COMPLETE', { variable_cw_dial: 'x' })), { event: { by: 'switch' } });
});

const NOT_PRESSED = {
  'Caller-Channel-Answered-Time': '1795335435262397',
  variable_group_confirm_key: '1',
};

test('a leg that was picked up and whose key was not pressed was declined, unless we took it back', (t) => {
  const ended = (cause: string, more: object) =>
    of(ofLeg('CHANNEL_HANGUP_COMPLETE', { 'Hangup-Cause': cause, ...more }));
  for (const cause of ['ALLOTTED_TIMEOUT', 'NORMAL_CLEARING'])
    t.deepEqual(ended(cause, NOT_PRESSED), leg({ type: 'hungUp', cause: 'DECLINED', by: 'peer' }));
  t.like(ended('ORIGINATOR_CANCEL', NOT_PRESSED), { event: { cause: 'ORIGINATOR_CANCEL' } });
  const unanswered = { ...NOT_PRESSED, 'Caller-Channel-Answered-Time': '0' };
  t.like(ended('ALLOTTED_TIMEOUT', unanswered), { event: { cause: 'ALLOTTED_TIMEOUT' } });
});

test('a caller of whom no sound came for too long is hung up by MEDIA_TIMEOUT, and the call hears so', (t) => {
  t.like(of(ofCaller('CHANNEL_HANGUP_COMPLETE', { 'Hangup-Cause': 'MEDIA_TIMEOUT' })), {
    event: { type: 'hungUp', cause: 'MEDIA_TIMEOUT' },
  });
});
