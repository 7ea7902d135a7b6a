import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, refuse } from './argument.ts';
import { callerName } from './caller-name.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Variables of the switch that we use. Others may execute things (`execute_on_…`, `api_hangup_hook`) or dial. */
const SWITCH_VARIABLES = new Set([
  'sensitive_dtmf',
  'playback_terminators',
  'park_after_bridge',
  'hangup_after_bridge',
  'record_stereo',
  'hold_music',
  'effective_caller_id_number',
]);
const OWN = /^cw_[a-z0-9_]{1,60}$/;
/** Reaches a SIP header, so only by the allow-list of names. */
const NAME_VARIABLES = new Set(['effective_caller_id_name']);

function variableName(name: string): string {
  if (!OWN.test(name) && !SWITCH_VARIABLES.has(name) && !NAME_VARIABLES.has(name)) {
    throw refuse('a channel variable', 'is not one that we may set');
  }
  return name;
}

function token(value: string): string {
  if (!/^[A-Za-z0-9_.:/+#*-]{1,400}$/.test(value)) {
    throw refuse('a variable value', 'has characters that are not allowed here');
  }
  return value;
}

/** Sets several variables to plain words in one command; throws `switch/invalid-argument` for any other value. */
export function setVariables(call: CallId, values: Readonly<Record<string, string>>): SwitchCommand {
  const pairs = Object.entries(values).map(([name, value]) =>
    NAME_VARIABLES.has(name) ? refuseName() : `${variableName(name)}=${token(value)}`,
  );
  if (pairs.length === 0) throw refuse('a list of variables', 'is empty');
  return api(`uuid_setvar_multi ${channelUuid(call)} ${pairs.join(';')}`);
}

function refuseName(): never {
  throw refuse('a caller name', 'is set by setVariable');
}

/** Removes variables; those that are not there do no harm. */
export function unsetVariables(call: CallId, names: readonly string[]): SwitchCommand {
  if (names.length === 0) throw refuse('a list of variables', 'is empty');
  return api(`uuid_setvar_multi ${channelUuid(call)} ${names.map(variableName).join(';')}`);
}

/**
 * Sets one variable to text of people. Quotes and backslashes are escaped, since the switch would take them out; `${`
 * and `$${` are refused because a stored value can be expanded by whoever uses it later, and so are blanks at the ends,
 * which it would cut off.
 */
export function setVariable(call: CallId, name: string, text: string): SwitchCommand {
  const variable = variableName(name);
  if (NAME_VARIABLES.has(variable)) return written(call, variable, callerName(text));
  if (text === '' || text.length > 2_000) throw refuse('a variable value', 'is empty or too long');
  if (text.trim() !== text) throw refuse('a variable value', 'has blanks at its ends');
  if (text.includes('${')) throw refuse('a variable value', 'holds a variable of the switch');
  return written(call, variable, text.replace(/[\\']/g, '\\$&'));
}

const written = (call: CallId, name: string, value: string): SwitchCommand =>
  api(`uuid_setvar ${channelUuid(call)} ${name} ${value}`);
