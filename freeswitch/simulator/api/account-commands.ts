import { splitArguments } from '../core/split-arguments.ts';
import { type ApiCommand, immediate } from './api-command.ts';
import { gatewayStatus } from './gateway-status.ts';

const userOf = (address: string): string => address.split('@')[0] ?? '';

/** `sofia_contact <profile>/<user>[@domain]` (50-). */
const contact = immediate((core, args) => {
  const [profile = '', user = ''] = args.trim().split('/');
  const address = core.registrar.contact(userOf(user));
  return address ? `sofia/${profile}/sip:${userOf(user)}@${address}` : 'error/user_not_registered';
});

/**
 * `sofia profile <p> flush_inbound_reg <user>@<domain>`: the binding is gone, without a word to the phone (50-);
 * `sofia xmlstatus gateway`.
 */
const sofia = immediate((core, args) => {
  if (args.trim() === 'xmlstatus gateway') return gatewayStatus(core);
  const [what, , action, user] = splitArguments(args, ' ');
  if (what !== 'profile' || action !== 'flush_inbound_reg' || !user)
    return '-USAGE: profile <name> flush_inbound_reg <user>\n';
  core.registrar.forget(userOf(user));
  return '+OK flushing all registrations matching specified call_id\n';
});

/** What can be asked about accounts. */
export const accountCommands: readonly (readonly [string, ApiCommand])[] = [
  ['sofia_contact', contact],
  ['sofia', sofia],
];
