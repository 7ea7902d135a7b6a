import test from 'ava';
import fc from 'fast-check';
import { isCallwrightError } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import { callerName, cleanCallerName } from './caller-name.ts';
import { forgetCollected } from './collect.ts';
import { armDeadMan, renewDeadMan } from './dead-man.ts';
import { markIssued } from './issue-mark.ts';
import { setVariable, setVariables, unsetVariables } from './set-variables.ts';
import type { SwitchCommand } from './switch-command.ts';
import { cleaned } from './testing/dial-string-oracle.ts';
import { hostileText } from './testing/hostile-text.ts';

const CALL = '4ab2513e-bf5f-477e-9cf1-22546d132e5b' as CallId;
const line = (command: SwitchCommand): string => (command.kind === 'sendmsg' ? '' : command.line);

test('text of people arrives as it was, quotes and backslashes too, or is refused', (t) => {
  const prefix = `uuid_setvar ${CALL} cw_note `;
  const property = fc.property(fc.oneof(hostileText, fc.constant("O'Brien \\ 100% 김,철수")), (text) => {
    try {
      return cleaned(line(setVariable(CALL, 'cw_note', text)).slice(prefix.length)) === text;
    } catch (error) {
      return isCallwrightError(error) && error.code === 'switch/invalid-argument';
    }
  });
  t.notThrows(() => fc.assert(property, { numRuns: 5_000 }));
  t.is(line(setVariable(CALL, 'cw_note', "a'b\\c")), `${prefix}a\\'b\\\\c`);
});

test('a variable of the switch in a text is refused, because its next user may expand it', (t) => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the switch
  t.throws(() => setVariable(CALL, 'cw_note', 'x ${system id}'));
});

test('variables that execute or dial cannot be set', (t) => {
  for (const name of [
    'execute_on_answer',
    'api_hangup_hook',
    'exec_after_bridge_app',
    'cw_',
    'CW_x',
    'domain',
  ]) {
    t.throws(() => setVariables(CALL, { [name]: 'x' }), undefined, name);
    t.throws(() => unsetVariables(CALL, [name]), undefined, name);
  }
});

test('several plain values go in one command', (t) => {
  t.is(
    line(setVariables(CALL, { cw_a: '1', cw_b: 'x/y.wav' })),
    `uuid_setvar_multi ${CALL} cw_a=1;cw_b=x/y.wav`,
  );
  t.throws(() => setVariables(CALL, {}));
});

test('a name that reaches a SIP header passes the allow-list only', (t) => {
  t.is(
    line(setVariable(CALL, 'effective_caller_id_name', '김 철수')),
    `uuid_setvar ${CALL} effective_caller_id_name 김 철수`,
  );
  t.throws(() => setVariable(CALL, 'effective_caller_id_name', 'a%0d%0aX: y'));
  t.throws(() => setVariables(CALL, { effective_caller_id_name: 'a' }));
});

test('what is left of a hostile name can always be shown', (t) => {
  const property = fc.property(hostileText, (text) => {
    const name = cleanCallerName(text);
    return name === undefined || callerName(name) === name;
  });
  t.notThrows(() => fc.assert(property, { numRuns: 5_000 }));
  t.is(cleanCallerName('Kim\r\nX-Evil: 1'), 'Kim X-Evil 1');
  t.is(cleanCallerName('%0d%0a'), '0d 0a');
  t.is(cleanCallerName('\r\n'), undefined);
});

test('a consumed input leaves the channel with everything that belongs to it', (t) => {
  t.is(line(forgetCollected(CALL, 4)), `uuid_setvar_multi ${CALL} cw_d4;cw_d4_invalid;sensitive_dtmf`);
});

test('the mark of a verb is its number, and takes off what the verb before left at its end', (t) => {
  t.is(line(markIssued(CALL, 12)), `uuid_setvar_multi ${CALL} cw_verb=12;read_result;playback_ms;record_ms`);
  t.throws(() => markIssued(CALL, 0));
  t.throws(() => markIssued(CALL, 1.5));
});

test('the dead man is renewed by removing the old transfer before arming the new one', (t) => {
  t.deepEqual(renewDeadMan(CALL).map(line), [
    `sched_del ${CALL}`,
    `sched_transfer +60 ${CALL} cw_fallback XML callwright`,
  ]);
  t.is(line(armDeadMan(CALL, 0)), `sched_transfer +1 ${CALL} cw_fallback XML callwright`);
});
