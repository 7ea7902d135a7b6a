import { type Channel, isReady, setVariable } from '../core/channel.ts';
import type { AppRunner, Core } from '../core/core.ts';
import { takeDigit } from '../core/digits.ts';
import { runMessages } from '../core/exec.ts';
import { playFile } from '../core/playback.ts';
import { splitArguments } from '../core/split-arguments.ts';
import type { Task } from '../core/thread.ts';

type Collect = {
  readonly min: number;
  readonly max: number;
  readonly tries: number;
  readonly firstMs: number;
  readonly nextMs: number;
  readonly terminators: string;
  readonly prompt: string;
  readonly invalid: string;
  readonly variable: string;
  readonly pattern: string;
};

/** `min max tries timeout terminators file invalid_file var regexp digit_timeout`; the timeout has a floor of 1 s. */
function parse(data: string): Collect {
  const [min, max, tries, timeout, terminators, prompt, invalid, name, pattern, digitTimeout] =
    splitArguments(data, ' ');
  const least = Math.max(0, Number.parseInt(min ?? '', 10) || 0);
  const firstMs = Math.max(1000, Number.parseInt(timeout ?? '', 10) || 0);
  return {
    min: least,
    max: Math.max(least, Number.parseInt(max ?? '', 10) || 1),
    tries: Math.max(1, Number.parseInt(tries ?? '', 10) || 1),
    firstMs,
    nextMs: Number.parseInt(digitTimeout ?? '', 10) || firstMs,
    terminators: terminators ?? '#',
    prompt: prompt ?? '',
    invalid: invalid ?? '',
    variable: name ?? '',
    pattern: pattern ?? '',
  };
}

type Input = { digits: string; terminator: string | undefined; result: 'success' | 'timeout' | 'failure' };

/** Takes keys until there are enough, a terminator, or too long a silence; the first silence may be longer. */
function* collect(core: Core, channel: Channel, spec: Collect, early: string): Task<Input> {
  const input: Input = { digits: early, terminator: undefined, result: 'success' };
  if (early && spec.terminators.includes(early)) return { ...input, digits: '', terminator: early };
  let limit = early ? spec.nextMs : spec.firstMs;
  let since = core.clock.now();
  while (isReady(channel)) {
    yield* runMessages(core, channel);
    if (!isReady(channel)) break;
    if (core.clock.now() >= since + limit - 1e-3) return { ...input, result: 'timeout' };
    if (channel.digits.length > 0) {
      limit = spec.nextMs;
      since = core.clock.now();
    }
    for (let digit = takeDigit(core, channel); digit !== undefined; digit = takeDigit(core, channel)) {
      if (spec.terminators.includes(digit)) return { ...input, terminator: digit };
      input.digits += digit;
      if (input.digits.length >= spec.max) return input;
    }
    yield { until: since + limit };
  }
  return { ...input, result: 'failure' };
}

/**
 * One try: the prompt, cut short by the first key, then the keys. Sets `read_result` and the variable, also when the keys
 * are too few. `read_terminator_used` stays as it was when no terminator was pressed.
 */
function* readOnce(core: Core, channel: Channel, spec: Collect): Task<Input> {
  setVariable(channel, 'read_result', undefined);
  setVariable(channel, spec.variable, undefined);
  let early = '';
  if (spec.prompt && spec.prompt !== 'silence') {
    const end = yield* playFile(core, channel, spec.prompt, () => {
      early = takeDigit(core, channel) ?? '';
      return early !== '';
    });
    // A prompt that is missing or that the caller does not hear out fails the try at once, without a `read_result`.
    if (end === 'not-found' || end === 'hung-up' || end === 'moved')
      return { digits: '', terminator: undefined, result: 'failure' };
  }
  let input: Input = { digits: early, terminator: undefined, result: 'success' };
  if (early.length < spec.max) input = yield* collect(core, channel, spec, early);
  if (input.terminator) setVariable(channel, 'read_terminator_used', input.terminator);
  if (input.digits.length < spec.min) input.result = 'failure';
  setVariable(channel, 'read_result', input.result);
  // With a maximum of one, a terminator that cut the prompt short was taken for the input, and is thrown away now.
  if (spec.max === 1 && spec.terminators.includes(input.digits)) input.digits = '';
  setVariable(channel, spec.variable, input.digits);
  return input;
}

function matches(pattern: string, digits: string): boolean {
  try {
    return pattern === '' || new RegExp(pattern, 'u').test(digits);
  } catch {
    return false;
  }
}

/**
 * True when the try settled the matter. Keys that the pattern rejects go to `<variable>_invalid`; too few keys stay in
 * the variable (1.10.12).
 */
function accept(channel: Channel, spec: Collect, input: Input): boolean {
  const enough = input.digits.length >= spec.min && input.result !== 'failure';
  if (enough && input.digits === '' && spec.min === 0 && input.terminator) return true;
  if (!enough || input.digits === '') return false;
  if (matches(spec.pattern, input.digits)) return true;
  setVariable(channel, spec.variable, undefined);
  setVariable(channel, `${spec.variable}_invalid`, input.digits);
  return false;
}

/**
 * Prompt and keys in one application. The same `invalid_file` answers silence and a wrong key, cannot be interrupted
 * and is played after the last try too (10-, 13-). Keys typed ahead while another application ran are used.
 */
export const playAndGetDigits: AppRunner = function* (core, channel, data) {
  const spec = parse(data);
  setVariable(channel, `${spec.variable}_invalid`, undefined);
  for (let left = spec.tries; left > 0 && isReady(channel); left--) {
    const input = yield* readOnce(core, channel, spec);
    if (!isReady(channel) || accept(channel, spec, input)) return;
    if (spec.invalid) yield* playFile(core, channel, spec.invalid);
  }
};
