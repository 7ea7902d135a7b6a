import { dialDigits, plainName } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/**
 * Forgets where a phone is. A deleted account is refused at its next REGISTER, but stays callable until then: this ends
 * that too.
 */
export const flushRegistration = (extension: string, profile: string, domain: string): SwitchCommand =>
  api(
    `sofia profile ${plainName(profile, 'a profile')} flush_inbound_reg ${dialDigits(extension)}@${plainName(domain, 'a domain')}`,
  );
