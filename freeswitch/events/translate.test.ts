import test from 'ava';
import { CallEvent } from '../../contracts/call/event.ts';
import { CALLER, CORE, completed, ofCaller, recorded } from './testing/recorded.ts';
import { causeOf, translate, verbOf } from './translate.ts';

const base = { id: `${CORE}:804`, at: 1_795_293_169_707 };
/** What the workflow of the caller is told, without the fields that every event has. */
function told(event: Parameters<typeof translate>[0]): unknown {
  const translated = translate(event);
  if (translated === undefined) return undefined;
  const { id: _id, at: _at, ...rest } = CallEvent.parse(translated.event);
  return rest;
}

test('a parked call of a trunk or of a phone arrives, and may start its workflow', (t) => {
  for (const variable_cw_route of ['inbound', 'phone']) {
    t.deepEqual(translate(ofCaller('CHANNEL_PARK', { variable_cw_route })), {
      call: CALLER as never,
      event: { type: 'arrived', ...base, adopted: false },
      mayStart: true,
    });
  }
});

test('a call that is parked again after its first verb has left a bridge, and starts nothing', (t) => {
  const translated = translate(ofCaller('CHANNEL_PARK', { variable_cw_verb: '7' }));
  t.like(translated, { event: { type: 'unbridged' }, mayStart: false });
});

test('a channel that is not ours means nothing', (t) => {
  for (const name of [
    'CHANNEL_PARK',
    'CHANNEL_BRIDGE',
    'CHANNEL_EXECUTE_COMPLETE',
    'CHANNEL_HANGUP_COMPLETE',
  ]) {
    t.is(translate(recorded(name, { 'Unique-ID': CALLER })), undefined);
    t.is(translate(recorded(name, { 'Unique-ID': CALLER, variable_cw_route: 'other' })), undefined);
    t.is(translate(recorded(name, { 'Unique-ID': 'conference-1', variable_cw_route: 'inbound' })), undefined);
  }
});

const PLAYED: Record<string, string> = {
  'FILE PLAYED': 'completed',
  'FILE NOT FOUND': 'missing',
  'PLAYBACK ERROR': 'interrupted',
  _none_: 'failed',
};

for (const [response, result] of Object.entries(PLAYED)) {
  test(`a playback that ends in ${response} was ${result}`, (t) => {
    const event = completed('playback', { 'Application-Response': response });
    t.deepEqual(told(event), { type: 'played', verb: 5, result });
  });
}

/** variables after `play_and_get_digits` → what the caller typed. */
const COLLECTED: [Record<string, string>, string, string][] = [
  [{ variable_read_result: 'success', variable_cw_d5: '1' }, 'digits', '1'],
  [{ variable_read_result: 'timeout', variable_cw_d5: '1234' }, 'digits', '1234'],
  [{ variable_read_result: 'failure' }, 'noInput', ''],
  [{ variable_read_result: 'failure', variable_cw_d5: '12' }, 'invalid', '12'],
  [{ variable_read_result: 'failure', variable_cw_d5_invalid: '12' }, 'invalid', '12'],
  [{}, 'missing', ''],
];

for (const [variables, result, digits] of COLLECTED) {
  test(`keys are read from ${JSON.stringify(variables)}`, (t) => {
    t.deepEqual(told(completed('play_and_get_digits', variables)), {
      type: 'collected',
      verb: 5,
      result,
      digits,
    });
  });
}

test('the keys of another verb are not mistaken for this one’s', (t) => {
  const event = completed('play_and_get_digits', { variable_read_result: 'failure', variable_cw_d4: '4711' });
  t.deepEqual(told(event), { type: 'collected', verb: 5, result: 'noInput', digits: '' });
});

test('a recording has its length and file', (t) => {
  const data = '/recordings/call/5.wav 120 200 5';
  const event = completed('record', { 'Application-Data': data, variable_record_ms: '8000' });
  t.deepEqual(told(event), {
    type: 'recorded',
    verb: 5,
    result: 'recorded',
    ms: 8_000,
    file: '/recordings/call/5.wav',
  });
  t.like(told(completed('record', { 'Application-Data': data, variable_record_ms: '120' })), {
    result: 'empty',
  });
  t.like(told(completed('record', { 'Application-Data': data })), { result: 'failed', ms: 0 });
});

test('an application that ends because the caller hung up is told by the hang-up alone', (t) => {
  t.is(told(completed('play_and_get_digits', { 'Hangup-Cause': 'NORMAL_CLEARING' })), undefined);
  t.is(
    told(completed('playback', { 'Hangup-Cause': 'USER_BUSY', 'Application-Response': 'FILE PLAYED' })),
    undefined,
  );
});

test('what no verb started means nothing', (t) => {
  for (const uuid of ['86f5b7ee-cd2e-47d9-a7e5-a9b9cd715416', 'cw-filler', 'v0', 'v', 'v12345678', '']) {
    const event = completed('playback', { 'Application-UUID': uuid, 'Application-Response': 'FILE PLAYED' });
    t.is(verbOf(event), undefined, uuid);
    t.is(told(event), undefined, uuid);
  }
  t.is(told(completed('answer', {})), undefined);
  t.is(told(completed('park', {})), undefined);
});

test('a bridge is seen on the caller’s channel', (t) => {
  t.deepEqual(told(ofCaller('CHANNEL_BRIDGE', { variable_cw_verb: '8' })), { type: 'bridged' });
});

const ENDED: Record<string, string> = {
  recv_bye: 'caller',
  recv_cancel: 'caller',
  recv_refuse: 'caller',
  send_bye: 'us',
  send_refuse: 'us',
  '': 'switch',
};

for (const [disposition, by] of Object.entries(ENDED)) {
  test(`a hang-up with ${disposition || 'no disposition'} is by ${by}`, (t) => {
    const event = ofCaller('CHANNEL_HANGUP_COMPLETE', {
      'Hangup-Cause': 'NORMAL_CLEARING',
      variable_sip_hangup_disposition: disposition,
    });
    t.deepEqual(told(event), { type: 'hungUp', cause: 'NORMAL_CLEARING', by });
  });
}

test('a cause that is none is not handed on', (t) => {
  t.is(causeOf(ofCaller('CHANNEL_HANGUP_COMPLETE', { 'Hangup-Cause': '<script>' })), 'UNKNOWN');
  t.is(causeOf(ofCaller('CHANNEL_HANGUP_COMPLETE', { variable_hangup_cause: 'USER_BUSY' })), 'USER_BUSY');
  t.is(causeOf(ofCaller('CHANNEL_HANGUP_COMPLETE')), 'UNKNOWN');
});

test('progress, tones and heartbeats of a caller mean nothing', (t) => {
  for (const name of ['CHANNEL_PROGRESS_MEDIA', 'DTMF', 'HEARTBEAT', 'CHANNEL_ANSWER', 'SOMETHING_NEW']) {
    t.is(translate(ofCaller(name)), undefined);
  }
});
