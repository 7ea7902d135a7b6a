import type { CallEventOf } from '../../../contracts/call/event.ts';
import { collectedVariable } from '../collect.ts';
import type { Variables } from './variables.ts';

export type Collected = Pick<CallEventOf<'collected'>, 'result' | 'digits'>;

const KEYS = /^[0-9*#A-D]{1,64}$/;

/**
 * Takes the variables after verb n has ended; returns what was typed. FreeSWITCH leaves too short an input in the
 * variable and says so only in `read_result` (`failure`); `timeout` with keys is an input that reached the minimum and
 * was ended by the time-out. No `read_result` at all: the prompt could not be played, so nobody was asked.
 */
export function collectedResult(variables: Variables, verb: number): Collected {
  const name = collectedVariable(verb);
  const typed = variables(name) ?? variables(`${name}_invalid`) ?? '';
  const outcome = variables('read_result');
  if (KEYS.test(typed)) {
    const inTime = outcome === 'success' || outcome === 'timeout';
    return { result: inTime && variables(name) !== undefined ? 'digits' : 'invalid', digits: typed };
  }
  return { result: outcome === undefined ? 'missing' : 'noInput', digits: '' };
}
