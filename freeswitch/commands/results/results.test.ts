import test from 'ava';
import fc from 'fast-check';
import { CallEvent } from '../../../contracts/call/event.ts';
import { parseChannels, parseCount, parseDump } from './channels.ts';
import { collectedResult } from './collected-result.ts';
import { playedResult } from './played-result.ts';
import { recordedResult } from './recorded-result.ts';
import { dialCause, isNoSuchChannel, variableValue } from './reply.ts';
import { variablesOf } from './variables.ts';

const collected = (variables: Record<string, string>) =>
  collectedResult(
    variablesOf(
      Object.fromEntries(Object.entries(variables).map(([name, value]) => [`variable_${name}`, value])),
    ),
    5,
  );

test('keys with success or timeout reached the minimum: digits', (t) => {
  t.deepEqual(collected({ cw_d5: '2', read_result: 'success' }), { result: 'digits', digits: '2' });
  t.deepEqual(collected({ cw_d5: '123', read_result: 'timeout' }), { result: 'digits', digits: '123' });
});

test('keys with failure were too few: invalid', (t) => {
  t.deepEqual(collected({ cw_d5: '12', read_result: 'failure' }), { result: 'invalid', digits: '12' });
});

test('keys that the switch put aside are invalid', (t) => {
  t.deepEqual(collected({ cw_d5_invalid: '9', read_result: 'success' }), { result: 'invalid', digits: '9' });
});

test('no keys: no input when the prompt was played, a missing prompt when nobody was asked', (t) => {
  t.deepEqual(collected({ read_result: 'failure' }), { result: 'noInput', digits: '' });
  t.deepEqual(collected({ read_result: 'success', cw_d4: '7' }), { result: 'noInput', digits: '' });
  t.deepEqual(collected({}), { result: 'missing', digits: '' });
});

test('whatever stands in the variables, the result is one that the contract knows', (t) => {
  const property = fc.property(fc.string(), fc.string(), fc.string(), (digits, invalid, outcome) => {
    const result = collected({ cw_d5: digits, cw_d5_invalid: invalid, read_result: outcome });
    return CallEvent.safeParse({ type: 'collected', id: 'x', at: 0, verb: 5, ...result }).success;
  });
  t.notThrows(() => fc.assert(property));
});

test('a recording under half a second is empty, one without a length has failed', (t) => {
  const recorded = (ms?: string) =>
    recordedResult(variablesOf(ms === undefined ? {} : { variable_record_ms: ms }));
  t.deepEqual(recorded('1520'), { result: 'recorded', ms: 1_520 });
  t.deepEqual(recorded('120'), { result: 'empty', ms: 120 });
  t.deepEqual(recorded(), { result: 'failed', ms: 0 });
  t.deepEqual(recorded('x'), { result: 'failed', ms: 0 });
});

test('application responses of a playback', (t) => {
  t.is(playedResult('FILE PLAYED'), 'completed');
  t.is(playedResult('FILE NOT FOUND'), 'missing');
  t.is(playedResult('PLAYBACK ERROR'), 'interrupted');
  t.is(playedResult(undefined), 'failed');
});

test('every way in which the switch says that a channel is gone', (t) => {
  const gone = [
    '-ERR No such channel!\n',
    '-ERR invalid session id [9d0ecdea-51d9-492a-9de3-fd4f65d6cd4d]',
    '-ERR No such channel!\n-USAGE: <uuid> <var>=<value>;<var>=<value>...\n',
    '-ERR Invalid uuid\n',
  ];
  for (const reply of gone) t.true(isNoSuchChannel(reply), reply);
  for (const reply of ['+OK\n', '+OK no such channel', 'false', '_undef_', '-ERR no reply', '']) {
    t.false(isNoSuchChannel(reply), reply);
  }
});

test('the cause of a failed dial, and none of a good one', (t) => {
  t.is(dialCause('-ERR USER_BUSY\n'), 'USER_BUSY');
  t.is(dialCause('+OK aaaaaaaa-0000-4000-8000-000000000020\n'), undefined);
  t.is(dialCause('-ERR no reply'), undefined);
});

test('a variable that is not set has no value', (t) => {
  t.is(variableValue('_undef_'), undefined);
  t.is(variableValue('-ERR No such channel!\n'), undefined);
  t.is(variableValue('42'), '42');
});

test('the list of channels, also of a switch without any', (t) => {
  t.deepEqual(parseChannels('{"row_count": 0}\n'), []);
  const row = {
    uuid: 'aaaaaaaa-0000-4000-8000-000000000020',
    direction: 'outbound',
    created_epoch: '1795293173',
    name: 'sofia/external/0212345678@127.0.0.1:5070',
    state: 'CS_EXECUTE',
    cid_num: '0212345678',
    dest: '0212345678',
    application: 'park',
    callstate: 'ACTIVE',
    call_uuid: '',
    more: 'x',
  };
  t.like(parseChannels(JSON.stringify({ row_count: 1, rows: [row] }))?.[0], {
    uuid: row.uuid,
    direction: 'outbound',
    createdAt: 1_795_293_173_000,
    application: 'park',
    callState: 'ACTIVE',
  });
});

test('an answer that is no list or no dump is undefined, not an exception', (t) => {
  for (const reply of ['', '-ERR No such channel!\n', '[]', '{"rows":[]}', '{', 'null']) {
    t.is(parseChannels(reply), undefined, reply);
  }
  t.is(parseDump('-ERR No such channel!\n'), undefined);
});

test('a dump gives headers and variables, and nothing from a prototype', (t) => {
  const dump = parseDump('{"Answer-State":"answered","variable_cw_verb":"3","n":1}');
  t.is(dump?.header('Answer-State'), 'answered');
  t.is(dump?.variables('cw_verb'), '3');
  t.is(dump?.header('n'), undefined);
  t.is(dump?.header('constructor'), undefined);
});

test('the number of channels, and nothing from other answers', (t) => {
  t.is(parseCount('\n12 total.\n'), 12);
  t.is(parseCount('\n0 total.\n'), 0);
  for (const reply of ['', '-ERR no reply\n', 'uuid,direction\n\n1 total.\n'])
    t.is(parseCount(reply), undefined);
});
