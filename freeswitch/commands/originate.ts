import type { DialTarget, SwitchVerb } from '../../contracts/call/verb.ts';
import { unreachable } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid, dialDigits, plainName, refuse, verbNumber, wholeSeconds } from './argument.ts';
import { callerName } from './caller-name.ts';
import { assertDialAllowed } from './dial-policy.ts';
import type { GatewayTable } from './gateway-table.ts';
import { dialJobUuid } from './leg-uuid.ts';
import { audioOf } from './prompt-audio.ts';
import { type BgapiCommand, bgapi } from './switch-command.ts';

export type CallerId = { readonly number: string; readonly name?: string };

export type OriginateOrder = {
  /** Channel of the new leg, derived from its ledger row or by `legUuid`. */
  leg: CallId;
  parent: CallId;
  verb: number;
  target: DialTarget;
  ringMs: number;
  callerId: CallerId;
  gateways: GatewayTable;
  /** One of the configured trunks; the first unless given. */
  trunk?: string;
  /** What whoever answers hears until he presses the key, for which he has `ms`. */
  accept?: (DialAccept & { promptsDir: string; ms: number }) | undefined;
};
type DialAccept = NonNullable<Extract<SwitchVerb, { kind: 'dial' }>['accept']>;

/**
 * A registered phone is dialled by `sofia/<profile>/<user>%<domain>`: the profile's own registrations, without asking
 * the directory. `user/…` would need a lookup per call (serial in the switch) and `${sofia_contact()}`, which
 * `api-expansion=false` forbids.
 */
function endpoint({ target, gateways, trunk: wanted }: OriginateOrder): string {
  const digits = dialDigits(target.digits);
  switch (target.kind) {
    case 'phone': {
      assertDialAllowed(target.digits, gateways.policy);
      const trunk = trunkFor(gateways, wanted);
      if (trunk === undefined) throw refuse('a call to a phone', 'needs a configured trunk');
      return `sofia/gateway/${plainName(trunk, 'a gateway')}/${digits}`;
    }
    case 'extension': {
      if (!/^[0-9]{2,8}$/.test(digits)) throw refuse('an extension', 'has 2 to 8 digits');
      const { profile, domain } = gateways.phones;
      return `sofia/${plainName(profile, 'a profile')}/${digits}%${plainName(domain, 'a domain')}`;
    }
    default:
      return unreachable(target);
  }
}

/** The trunk that a call to a phone takes; undefined when it is not configured. */
export const trunkFor = ({ trunks }: GatewayTable, wanted?: string): string | undefined =>
  wanted === undefined ? trunks[0] : trunks.find((trunk) => trunk === wanted);

/** A leg without a packet for this long is taken for dead, as in the dialplan of inbound calls. */
const MEDIA_TIMEOUT_MS = '300000';

/** A blank inside the braces would end the dial string; quoted it does not, and no allowed name holds a quote. */
const quoted = (name: string): string => (name.includes(' ') ? `'${name}'` : name);

/** Between two readings of the announcement a key is waited for this long, ms. */
const KEY_PAUSE_MS = '3000';

/**
 * How long it may ring. With a key to press (`group_confirm_key`) the leg is parked only once it was pressed; any other
 * key reads the announcement again (1.10.12: the switch knows no refusing key), and whoever presses none is hung up.
 * The ringing has its own limit then, and the key gets its time from the answer on; both end in ALLOTTED_TIMEOUT.
 */
function timesOf({ ringMs, accept }: OriginateOrder): string[][] {
  if (accept === undefined) return [['originate_timeout', String(wholeSeconds(ringMs))]];
  if (!/^[0-9*#]$/.test(accept.key)) throw refuse('a key', 'is one of 0 to 9, * and #');
  return [
    ['originate_timeout', String(wholeSeconds(ringMs + accept.ms) + 1)],
    ['leg_timeout', String(wholeSeconds(ringMs))],
    ['group_confirm_timeout', String(wholeSeconds(accept.ms))],
    ['group_confirm_read_timeout', KEY_PAUSE_MS],
    ['group_confirm_key', accept.key],
    // The commas of a tone would end the variable; no allowed path holds one, nor a quote or a backslash.
    ['group_confirm_file', audioOf(accept.prompts, accept.promptsDir).replaceAll(',', '\\,')],
  ];
}

/**
 * Dials one leg, parked when answered. Every part of the dial string comes from a closed alphabet, so it has exactly
 * one leg and exactly these variables (S7). Throws `switch/invalid-argument` or `dial/not-allowed`.
 */
export function originateLeg(order: OriginateOrder): BgapiCommand {
  const leg = channelUuid(order.leg);
  const variables = [
    ['origination_uuid', leg],
    ['origination_caller_id_number', dialDigits(order.callerId.number)],
    ...(order.callerId.name === undefined
      ? []
      : [['origination_caller_id_name', quoted(callerName(order.callerId.name))]]),
    ['ignore_early_media', 'true'],
    ...timesOf(order),
    ['media_timeout', MEDIA_TIMEOUT_MS],
    ['app_disable_expand_variables', 'true'],
    ['playback_terminators', 'none'],
    ['park_after_bridge', 'true'],
    ['hangup_after_bridge', 'false'],
    ['cw_leg', 'true'],
    ['cw_route', 'leg'],
    ['cw_parent', channelUuid(order.parent)],
    ['cw_dial', String(verbNumber(order.verb))],
  ];
  const braces = variables.map(([name, value]) => `${name}=${value}`).join(',');
  return bgapi(`originate {${braces}}${endpoint(order)} &park()`, dialJobUuid(leg));
}
